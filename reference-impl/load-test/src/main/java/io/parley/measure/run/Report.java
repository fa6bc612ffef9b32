package io.parley.measure.run;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a run showed. Histograms in microseconds.
 *
 * @param findings of the clients' histories, warm-up included
 * @param delivery from when a message was due until it was at its last recipient's socket
 * @param fromSend the same from when it left, which hides what the generator or a full socket held back
 * @param acknowledgement from when a message was due until its sender was told that it is durable
 * @param lag by how much messages left late
 * @param messages that came to their last recipient within the time of measurement
 * @param deliveries of the messages that were sent within it
 * @param tookNanos the time of measurement
 * @param backlog messages under way at its end
 * @param overwhelmed it ended early, as too many were under way
 * @param traffic of all clients from the first message until all had come, warm-up included, and what they brought with them
 * @param trafficNanos from the first message until all had come
 * @param broken connections that broke, or got a hole
 * @param trouble the first thing that went wrong; empty if nothing did
 */
public record Report(
        Findings findings,
        Histogram delivery,
        Histogram fromSend,
        Histogram acknowledgement,
        Histogram lag,
        long messages,
        long deliveries,
        long tookNanos,
        long backlog,
        boolean overwhelmed,
        Chat.Traffic traffic,
        long trafficNanos,
        long broken,
        String trouble) {

    private static final double NANOS = 1e9;
    private static final double MICROS = 1e3;

    public double perSecond() {
        return messages * NANOS / tookNanos;
    }

    /** All that were sent, over the time in which the traffic is counted. */
    public double sentPerSecond() {
        return findings.messages() * NANOS / trafficNanos;
    }

    /** Milliseconds. */
    public static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / MICROS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f messages/s; due → last socket p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms; due → acknowledged p50 %.1f,"
                        + " p99 %.1f ms; left late p99 %.2f ms; %d under way at the end%s; %s%s",
                perSecond(),
                millis(delivery, 50),
                millis(delivery, 99),
                millis(delivery, 99.9),
                millis(delivery, 100),
                millis(acknowledgement, 50),
                millis(acknowledgement, 99),
                millis(lag, 99),
                backlog,
                overwhelmed ? " (overwhelmed)" : "",
                findings,
                trouble.isEmpty() ? "" : "; first trouble: " + trouble);
    }
}
