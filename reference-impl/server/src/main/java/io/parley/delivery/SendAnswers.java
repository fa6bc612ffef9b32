package io.parley.delivery;

import io.parley.conversation.Conversations;
import io.parley.conversation.NewMessage;
import io.parley.conversation.Problems;
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

    private final Conversations conversations;
    private final Limits limits;

    SendAnswers(Conversations conversations, Limits limits) {
        this.conversations = conversations;
        this.limits = limits;
    }

    CompletionStage<?> answer(Connection connection, UserId author, ClientFrame.Send send) {
        try {
            NewMessage message = NewMessage.read(send.message(), limits);
            return conversations
                    .send(author, send.conversation(), message)
                    .thenAccept(outcome -> connection.send(frame(send, outcome)));
        } catch (ProblemException invalid) {
            return correct(connection, author, send, invalid.problem());
        }
    }

    /** Only a member is told what is wrong with the message; a stranger, that there is no such conversation. */
    private CompletionStage<?> correct(Connection connection, UserId author, ClientFrame.Send send, Problem invalid) {
        return conversations.get(author, send.conversation()).handle((member, failure) -> {
            connection.send(refused(send, failure == null ? invalid : problem(failure)));
            return connection;
        });
    }

    private static Problem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProblemException known ? known.problem() : Problem.storeUnavailable();
    }

    private static ServerFrame frame(ClientFrame.Send send, Outcome outcome) {
        String conversation = send.conversation().toString();
        String id = send.id().toString();
        if (outcome instanceof Outcome.Appended appended) {
            return new ServerFrame.Accepted(
                    conversation, id, appended.entry().seq().value());
        } else if (outcome instanceof Outcome.Repeated repeated) {
            return new ServerFrame.Accepted(
                    conversation, id, repeated.first().seq().value());
        } else if (outcome instanceof Outcome.Unknown) {
            return new ServerFrame.Unknown(conversation, id);
        } else if (outcome instanceof Outcome.Refused refused) {
            return refused(send, Problems.of(refused.refusal()));
        }
        return refused(send, Problems.undecided(outcome).orElseThrow());
    }

    private static ServerFrame refused(ClientFrame.Send send, Problem problem) {
        return new ServerFrame.Refused(send.conversation().toString(), send.id().toString(), problem);
    }
}
