package io.parley.acceptance.crash;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits with full jitter: uniform between nothing and a bound that doubles with each attempt. */
final class BackOff {

    private static final Duration BASE = Duration.ofMillis(100);
    private static final Duration MAX = Duration.ofMillis(500);
    private static final int DOUBLINGS_MAX = 10;

    private final RandomGenerator random;
    private int attempts;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long bound = Math.min(MAX.toMillis(), BASE.toMillis() << Math.min(attempts, DOUBLINGS_MAX));
        attempts++;
        return Duration.ofMillis(random.nextLong(bound + 1));
    }

    void reset() {
        attempts = 0;
    }
}
