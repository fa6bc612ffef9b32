package io.parley.log;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What the log takes from its surroundings, so that it can run under a real node and under a simulation alike.
 *
 * @param executor runs every step; any number of threads
 * @param timer runs a step later
 * @param clock times of entries and deadlines
 * @param random salts and jitter; safe for use by several threads
 */
public record LogRuntime(Executor executor, Timer timer, InstantSource clock, RandomGenerator random) {

    /** Runs a task once, after a delay, without blocking the caller. */
    public interface Timer {
        void after(Duration delay, Runnable task);
    }
}
