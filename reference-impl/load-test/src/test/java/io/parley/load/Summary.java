package io.parley.load;

import io.parley.evidence.ResultFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The run in figures, from the deliveries themselves; Gatling's report has the same ones by its own count.
 *
 * @param unanswered messages whose sender heard nothing
 */
record Summary(
        LoadSettings settings,
        int messages,
        int unanswered,
        int deliveries,
        int missing,
        long p50Millis,
        long p99Millis,
        long maxMillis) {

    private static final String SOURCE = "mvn -pl reference-impl/load-test -am gatling:test";

    static Summary of(LoadSettings settings, Deliveries deliveries) {
        List<Long> latencies = deliveries.latencies();
        return new Summary(
                settings,
                deliveries.messages(),
                deliveries.unanswered(),
                latencies.size(),
                deliveries.missing(),
                percentile(latencies, 0.5),
                percentile(latencies, 0.99),
                percentile(latencies, 1));
    }

    /** The smallest value that at least this share of all does not exceed; 0 of none. */
    static long percentile(List<Long> ascending, double share) {
        return ascending.isEmpty() ? 0 : ascending.get((int) Math.ceil(share * ascending.size()) - 1);
    }

    /** Appends the figures to a file of results. */
    void record(Path file) {
        String note = String.format(
                        Locale.ROOT,
                        "%d users, groups of %d and direct conversations, %.1f messages/s for %d s, stamped when sent",
                        settings.users(),
                        settings.groupSize(),
                        settings.messagesPerSecond(),
                        settings.length().toSeconds())
                + settings.note().map(more -> "; " + more).orElse("");
        ResultFile results = ResultFile.at(file, SOURCE);
        results.add("load.delivery.p50", (double) p50Millis, "ms", note);
        results.add("load.delivery.p99", (double) p99Millis, "ms", note);
        results.add("load.delivery.max", (double) maxMillis, "ms", note);
        results.add("load.delivery.count", deliveries, "deliveries", note);
        results.add("load.delivery.missing", missing, "deliveries", note);
        results.add("load.messages.count", messages, "messages", note);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Parley load: %d messages (%d unanswered), %d deliveries, %d missing; delivery p50 %d ms, p99 %d ms, max %d ms",
                messages,
                unanswered,
                deliveries,
                missing,
                p50Millis,
                p99Millis,
                maxMillis);
    }
}
