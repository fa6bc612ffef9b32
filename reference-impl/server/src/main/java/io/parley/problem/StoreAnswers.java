package io.parley.problem;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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

    private static <T> CompletionStage<T> orElse(CompletionStage<T> answer, Problem problem) {
        return answer.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(new ProblemException(problem, failure)));
    }
}
