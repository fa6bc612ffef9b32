package io.parley.log;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that a real node gives to the log: its steps are short and never block, so a thread per processor serves. */
final class LogThreads implements AutoCloseable {

    private static final int THREADS_MIN = 2;

    private final ExecutorService steps = Executors.newFixedThreadPool(
            Math.max(THREADS_MIN, Runtime.getRuntime().availableProcessors()), new CustomizableThreadFactory("log-"));
    private final OwnStepsFirst executor = new OwnStepsFirst(steps);
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("log-timer-"));

    Executor executor() {
        return executor;
    }

    AfterStep afterStep() {
        return executor::afterStep;
    }

    LogRuntime.Timer timer() {
        return (delay, task) -> {
            var unused = later.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        };
    }

    /** Whoever waits for an unknown outcome is cut off here; a repeat with the same id finds out. */
    @Override
    public void close() {
        later.shutdownNow();
        steps.shutdown();
    }
}
