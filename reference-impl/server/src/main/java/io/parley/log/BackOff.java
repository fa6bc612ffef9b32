package io.parley.log;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double up to a bound, with full jitter, so that those who collided do not collide again in step. */
public record BackOff(Duration base, Duration max, RandomGenerator random) {

    private static final int DOUBLINGS_MAX = 20;

    /** A random wait below {@code min(max, base × 2^tries)}. */
    public Duration after(int tries) {
        long bound = base.toNanos() << Math.min(tries, DOUBLINGS_MAX);
        return Duration.ofNanos(random.nextLong(1 + Math.min(bound, max.toNanos())));
    }
}
