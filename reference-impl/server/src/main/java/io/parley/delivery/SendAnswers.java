package io.parley.delivery;

import io.parley.conversation.Conversations;
import io.parley.conversation.NewMessage;
import io.parley.conversation.Problems;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.Outcome;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/** Sends messages for sockets: every {@code send} gets exactly one of accepted, refused or unknown. */
@Service
class SendAnswers {

    /** Which message an answer is about. */
    private record Sent(ConversationId conversation, EntryId id) {}

    private final Conversations conversations;
    private final Limits limits;

    SendAnswers(Conversations conversations, Limits limits) {
        this.conversations = conversations;
        this.limits = limits;
    }

    /** While it waits it holds the message and the ids, not the frame, which may be many times as large. */
    CompletionStage<?> answer(Connection connection, UserId author, ClientFrame.Send send) {
        Sent sent = new Sent(send.conversation(), send.id());
        try {
            NewMessage message = NewMessage.read(send.message(), limits);
            return conversations
                    .send(author, sent.conversation(), message)
                    .thenAccept(outcome -> connection.send(frame(sent, outcome)));
        } catch (ProblemException invalid) {
            return correct(connection, author, sent, invalid.problem());
        }
    }

    /** Only a member is told what is wrong with the message; a stranger, that there is no such conversation. */
    private CompletionStage<?> correct(Connection connection, UserId author, Sent sent, Problem invalid) {
        return conversations.get(author, sent.conversation()).handle((member, failure) -> {
            connection.send(refused(sent, failure == null ? invalid : problem(failure)));
            return connection;
        });
    }

    private static Problem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProblemException known ? known.problem() : Problem.storeUnavailable();
    }

    private static ServerFrame frame(Sent sent, Outcome outcome) {
        String conversation = sent.conversation().toString();
        String id = sent.id().toString();
        if (outcome instanceof Outcome.Appended appended) {
            return new ServerFrame.Accepted(
                    conversation, id, appended.entry().seq().value());
        } else if (outcome instanceof Outcome.Repeated repeated) {
            return new ServerFrame.Accepted(
                    conversation, id, repeated.first().seq().value());
        } else if (outcome instanceof Outcome.Unknown) {
            return new ServerFrame.Unknown(conversation, id);
        } else if (outcome instanceof Outcome.Refused refused) {
            return refused(sent, Problems.of(refused.refusal()));
        }
        return refused(sent, Problems.undecided(outcome).orElseThrow());
    }

    private static ServerFrame refused(Sent sent, Problem problem) {
        return new ServerFrame.Refused(sent.conversation().toString(), sent.id().toString(), problem);
    }
}
