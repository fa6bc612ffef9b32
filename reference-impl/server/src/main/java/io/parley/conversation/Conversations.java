package io.parley.conversation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.Outcome;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/**
 * One conversation as one of its members uses it. Who is not a member gets the same answer as for a conversation that does
 * not exist. No call blocks.
 */
@Service
public class Conversations {

    private final ConversationLog log;

    Conversations(ConversationLog log) {
        this.log = log;
    }

    /** The conversation with all that was acknowledged; a not-found problem unless the user is a member. */
    public CompletionStage<Conversation> get(UserId user, ConversationId id) {
        return log.state(id).thenApply(state -> new Conversation(id, requireMember(state, user)));
    }

    /** Appends a message. The log itself checks membership, against the state just before the entry. */
    public CompletionStage<Outcome> send(UserId author, ConversationId id, NewMessage message) {
        return log.append(id, message.by(author));
    }

    private static ConversationState requireMember(ConversationState state, UserId user) {
        if (!state.isMember(user)) {
            throw Problems.notFound();
        }
        return state;
    }
}
