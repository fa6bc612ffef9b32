package io.parley.problem;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a store's adapter makes of an answer that does not come. */
public final class StoreAnswers {

    private StoreAnswers() {}

    /** The same stage, whose failure is the problem that the store does not answer; the driver's own becomes its cause. */
    public static <T> CompletionStage<T> orUnavailable(CompletionStage<T> answer) {
        return orElse(answer, Problem.storeUnavailable());
    }

    /** The same for a write: without an answer it may have happened. */
    public static <T> CompletionStage<T> orUnknown(CompletionStage<T> answer) {
        return orElse(answer, Problem.outcomeUnknown());
    }

    /** What a blocking look-up finds; if the store does not answer, the problem that says so. */
    public static <T> T orUnavailable(Supplier<T> lookUp) {
        try {
            return lookUp.get();
        } catch (RuntimeException failure) {
            throw isUnavailability(failure) ? new ProblemException(Problem.storeUnavailable(), failure) : failure;
        }
    }

    /** Whether PostgreSQL did not answer. The other data-access failures are our own mistakes, such as wrong SQL. */
    public static boolean isUnavailability(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException;
    }

    private static <T> CompletionStage<T> orElse(CompletionStage<T> answer, Problem problem) {
        return answer.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(new ProblemException(problem, failure)));
    }
}
