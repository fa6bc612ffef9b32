package io.parley.acceptance.crash;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one thread of a client: everything that it knows is touched here only. Keeps the first failure for the test. */
final class Loop implements AutoCloseable {

    private final ScheduledExecutorService thread;
    private volatile @Nullable Throwable failure;

    Loop(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    void after(Duration delay, Runnable task) {
        try {
            var unused = thread.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // What a closed client is told does not matter.
        }
    }

    void every(Duration period, Runnable task) {
        var unused = thread.scheduleAtFixedRate(guarded(task), 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** @throws IllegalStateException when a task failed: the client does not work as it should */
    void rethrow() {
        if (failure != null) {
            throw new IllegalStateException("a client failed", failure);
        }
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                failure = failure == null ? e : failure;
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
