package io.parley.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A bounded number of steps under way among all who share this; the others wait in line, and nobody who waits holds a thread.
 * Safe for use by several threads.
 */
public final class Turns {

    private final Executor executor;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    /** @param max steps under way at the same time, at least one */
    public Turns(int max, Executor executor) {
        if (max < 1) {
            throw new IllegalArgumentException("max=" + max + ", expected at least 1");
        }
        this.free = max;
        this.executor = executor;
    }

    /** Takes the step when its turn comes, at once if one is free; ends as it ends. */
    public <T> CompletionStage<T> take(Supplier<CompletionStage<T>> step) {
        CompletableFuture<T> begun = new CompletableFuture<>();
        // Composed: a step that throws is one that failed.
        CompletionStage<T> done = begun.thenCompose(ready -> step.get());
        var unused = done.whenComplete((result, failure) -> next());
        enter(() -> begun.complete(null));
        return done;
    }

    private void enter(Runnable begin) {
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(begin);
                return;
            }
            free--;
        }
        begin.run();
    }

    /** On the executor: who comes next must not run on the stack of who went before. */
    private void next() {
        Runnable begin;
        synchronized (waiting) {
            begin = waiting.poll();
            if (begin == null) {
                free++;
                return;
            }
        }
        executor.execute(begin);
    }
}
