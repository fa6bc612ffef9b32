package io.parley.conversation;

import io.parley.account.Caller;
import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import io.parley.receipt.ConversationMarks;
import io.parley.receipt.Receipts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/**
 * How far the members of a conversation are, as one of them tells and sees it (MSG-10). A device speaks for itself only. No
 * call blocks.
 */
@Service
public class Marks {

    /**
     * A report that was taken.
     *
     * @param durable completes when the mark is; exceptionally if the store does not answer. The same stage for all marks of one
     *     write.
     */
    public record Taken(CompletionStage<?> durable) {}

    private final Conversations conversations;
    private final ConversationLog log;
    private final Receipts receipts;

    Marks(Conversations conversations, ConversationLog log, Receipts receipts) {
        this.conversations = conversations;
        this.log = log;
        this.receipts = receipts;
    }

    /**
     * Takes a report of the caller's device. A problem ({@code not-found}, {@code above-head}) unless the caller is a member
     * and the conversation is that far; a mark at or below the one that is held changes nothing.
     */
    public CompletionStage<Taken> report(Caller caller, ConversationId id, NewMark mark) {
        return log.recent(id)
                .thenCompose(state -> isAllowed(state, caller.user(), mark)
                        ? CompletableFuture.completedFuture(state)
                        // What is in memory may be behind.
                        : conversations.get(caller.user(), id).thenApply(Conversation::state))
                .thenApply(state -> {
                    if (!isAllowed(state, caller.user(), mark)) {
                        throw new ProblemException(Problem.of(ProblemType.ABOVE_HEAD));
                    }
                    return new Taken(
                            receipts.report(id, state, caller.user(), caller.device(), mark.delivered(), mark.read()));
                });
    }

    private static boolean isAllowed(ConversationState state, UserId user, NewMark mark) {
        return state.isMember(user) && !mark.delivered().isAfter(state.head());
    }

    /** How far each member is; a not-found problem unless the user is one. */
    public CompletionStage<ConversationMarks> get(UserId user, ConversationId id) {
        return conversations.get(user, id).thenCompose(conversation -> receipts.marks(id, conversation.state()));
    }
}
