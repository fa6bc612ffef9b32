package io.parley.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The same step for many, a bounded number at a time. */
public final class InParallel {

    private InParallel() {}

    /** Completes when all steps have, exceptionally if one did; the others are made all the same. */
    public static <T> CompletionStage<?> forEach(
            List<T> all, int parallelMax, Executor executor, Function<T, CompletionStage<?>> step) {
        if (all.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Run<T> run = new Run<>(all, executor, step);
        for (int i = 0; i < Math.min(parallelMax, all.size()); i++) {
            run.next();
        }
        return run.done;
    }

    private static final class Run<T> {

        private final Deque<T> rest;
        private final Executor executor;
        private final Function<T, CompletionStage<?>> step;
        private final CompletableFuture<?> done = new CompletableFuture<>();
        private int left;
        private @Nullable Throwable failed;

        Run(List<T> all, Executor executor, Function<T, CompletionStage<?>> step) {
            this.rest = new ArrayDeque<>(all);
            this.left = all.size();
            this.executor = executor;
            this.step = step;
        }

        void next() {
            T item;
            synchronized (rest) {
                item = rest.poll();
            }
            if (item != null) {
                // Begun in a stage: a step that throws is one that failed.
                var unused = CompletableFuture.completedStage(item)
                        .thenCompose(each -> step.apply(each))
                        .whenCompleteAsync((result, failure) -> ended(failure), executor);
            }
        }

        private void ended(@Nullable Throwable failure) {
            boolean last;
            synchronized (rest) {
                failed = failed == null ? failure : failed;
                left--;
                last = left == 0;
            }
            if (!last) {
                next();
            } else if (failed == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failed);
            }
        }
    }
}
