package io.parley.simulation.client;

import java.time.Duration;

/** The client's times, shorter than in a browser by the same factor as the server's limits here. */
final class Pace {

    static final Duration BEAT = Duration.ofMillis(800);
    static final Duration BEAT_ANSWER = Duration.ofMillis(400);
    static final Duration AUTHENTICATE = Duration.ofMillis(500);
    static final Duration STEADY = Duration.ofMillis(400);
    static final Duration SEND_ANSWER = Duration.ofMillis(400);
    static final Duration OWN_ENTRY = Duration.ofMillis(150);
    static final Duration REPORT_AGAIN = Duration.ofMillis(120);
    static final int OVERLOADED_ATTEMPT = 2;

    private static final Duration BACK_OFF_BASE = Duration.ofMillis(40);
    private static final Duration BACK_OFF_CAP = Duration.ofMillis(400);
    private static final int DOUBLINGS_MAX = 16;

    private Pace() {}

    /** The bound that the jittered wait after this many failures stays below, in nanoseconds. */
    static long backOffNanos(int attempt) {
        return Math.min(BACK_OFF_CAP.toNanos(), BACK_OFF_BASE.toNanos() << Math.min(attempt, DOUBLINGS_MAX));
    }
}
