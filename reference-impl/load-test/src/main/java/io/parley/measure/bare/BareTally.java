package io.parley.measure.bare;

import org.HdrHistogram.Histogram;

/** What was written, and how long each message took. Safe for use by several threads. */
final class BareTally {

    private static final int DIGITS = 3;
    private static final long MICRO = 1000;

    private final Histogram histogram = new Histogram(DIGITS);
    private boolean counting;
    private long messages;

    synchronized void begin() {
        counting = true;
    }

    synchronized void end() {
        counting = false;
    }

    synchronized void written(int count, long nanos) {
        if (counting) {
            messages += count;
            histogram.recordValueWithCount(nanos / MICRO, count);
        }
    }

    synchronized long messages() {
        return messages;
    }

    synchronized Histogram histogram() {
        return histogram.copy();
    }
}
