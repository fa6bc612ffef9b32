package io.parley.delivery;

import io.parley.account.Caller;
import io.parley.conversation.Conversations;
import io.parley.conversation.Marks;
import io.parley.conversation.NewMark;
import io.parley.kernel.ConversationId;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/** Takes marks from sockets. Nothing comes back but the marks that are pushed to all, or a problem. */
@Service
class MarkAnswers {

    private final Marks marks;
    private final Conversations conversations;

    MarkAnswers(Marks marks, Conversations conversations) {
        this.marks = marks;
        this.conversations = conversations;
    }

    /**
     * Completes when the mark was taken or refused. Whoever reports of many conversations at once is not refused for that: what
     * waits to be written gave its place back, and holds no more than the connection and the conversation's id, however many
     * frames wait for the same write.
     */
    CompletionStage<?> answer(Connection connection, Caller caller, ClientFrame.Mark frame) {
        ConversationId conversation = frame.conversation();
        NewMark mark;
        try {
            mark = NewMark.read(frame.marks());
        } catch (ProblemException invalid) {
            // Only a member is told what is wrong with it; a stranger, that there is no such conversation.
            return conversations.get(caller.user(), conversation).handle((member, failure) -> {
                refuse(connection, conversation, failure == null ? invalid : failure);
                return connection;
            });
        }
        return marks.report(caller, conversation, mark).handle((taken, failure) -> {
            if (failure == null) {
                connection.awaitOnce(taken.durable(), lost -> refuse(connection, conversation, lost));
            } else {
                refuse(connection, conversation, failure);
            }
            return connection;
        });
    }

    private static void refuse(Connection connection, ConversationId conversation, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        Problem problem = cause instanceof ProblemException known ? known.problem() : Problem.storeUnavailable();
        connection.send(new ServerFrame.Failed(conversation.toString(), problem));
    }
}
