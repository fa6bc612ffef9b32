package io.parley.acceptance.crash;

import java.util.ArrayList;
import java.util.List;

/** How long each part of something took, in milliseconds, for whoever wonders where the time goes. */
final class Laps {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<String> laps = new ArrayList<>();
    private long before = System.nanoTime();

    /** What began with the end of the part before is over. */
    void end(String part) {
        long now = System.nanoTime();
        laps.add(part + " " + (now - before) / NANOS_PER_MILLI);
        before = now;
    }

    @Override
    public String toString() {
        return String.join(", ", laps) + " ms";
    }
}
