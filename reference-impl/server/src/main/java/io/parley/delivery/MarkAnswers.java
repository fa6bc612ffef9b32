package io.parley.delivery;

import io.parley.account.Caller;
import io.parley.conversation.Conversations;
import io.parley.conversation.Marks;
import io.parley.conversation.NewMark;
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

    /** Completes when the mark was taken or refused: how many wait to be written is bounded by their conversation. */
    CompletionStage<?> answer(Connection connection, Caller caller, ClientFrame.Mark frame) {
        NewMark mark;
        try {
            mark = NewMark.read(frame.marks());
        } catch (ProblemException invalid) {
            // Only a member is told what is wrong with it; a stranger, that there is no such conversation.
            return conversations.get(caller.user(), frame.conversation()).handle((member, failure) -> {
                refuse(connection, frame, failure == null ? invalid : failure);
                return connection;
            });
        }
        return marks.report(caller, frame.conversation(), mark).handle((taken, failure) -> {
            if (failure == null) {
                taken.durable().whenComplete((done, lost) -> {
                    if (lost != null) {
                        refuse(connection, frame, lost);
                    }
                });
            } else {
                refuse(connection, frame, failure);
            }
            return connection;
        });
    }

    private static void refuse(Connection connection, ClientFrame.Mark frame, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        Problem problem = cause instanceof ProblemException known ? known.problem() : Problem.storeUnavailable();
        connection.send(new ServerFrame.Failed(frame.conversation().toString(), problem));
    }
}
