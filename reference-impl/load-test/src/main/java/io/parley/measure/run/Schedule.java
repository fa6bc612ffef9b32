package io.parley.measure.run;

import java.time.Duration;

/**
 * When a run's parts end, by the clock of the run, and what it bears.
 *
 * @param warmNanos end of the warm-up, whose messages do not count
 * @param endNanos end of the measurement
 * @param patienceNanos how long the last messages are waited for
 * @param restNanos after the last messages, how long what they bring with them is waited for, such as receipts
 * @param tellNanos between two lines of progress
 * @param underWayMax messages under way at which the system counts as overwhelmed and the run ends
 */
public record Schedule(
        long warmNanos, long endNanos, long patienceNanos, long restNanos, long tellNanos, long underWayMax) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TELL = Duration.ofSeconds(5);

    /** From now on. */
    public static Schedule from(long nowNanos, Duration warm, Duration length, Duration rest, long underWayMax) {
        long warmEnd = nowNanos + warm.toNanos();
        return new Schedule(
                warmEnd, warmEnd + length.toNanos(), PATIENCE.toNanos(), rest.toNanos(), TELL.toNanos(), underWayMax);
    }
}
