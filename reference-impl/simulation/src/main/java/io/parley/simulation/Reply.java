package io.parley.simulation;

import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a client hears: an answer, a problem, or nothing at all. */
record Reply<R>(Optional<R> answer, Optional<ProblemType> problem) {

    static <R> Reply<R> none() {
        return new Reply<>(Optional.empty(), Optional.empty());
    }

    static <R> Reply<R> of(R answer) {
        return new Reply<>(Optional.of(answer), Optional.empty());
    }

    static <R> Reply<R> of(ProblemException problem) {
        return new Reply<>(Optional.empty(), Optional.of(problem.problem().type()));
    }

    /** The problem that a request ended with; null if it was an error of the server's own. */
    static @Nullable ProblemException problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProblemException known ? known : null;
    }
}
