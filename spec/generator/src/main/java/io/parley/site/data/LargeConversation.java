package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What travels per message and member in one large conversation, against what the design implies: each member gets a frame, the
 * author an answer besides, and in every interval of receipts a member tells one, hears of it, and hears how far all are. Of
 * several records of one figure the latest counts.
 */
public final class LargeConversation {

    /** How it is called in ids of results; its members are in the name. */
    public static final String ID = "load.crowd.300";

    private static final double MEMBERS = 300;
    private static final int RECEIPTS_PER_INTERVAL = 3;

    /** Messages under way when the measurement begins or ends have only some of their frames within it. */
    private static final double TOLERANCE = 0.01;

    private final List<RecordedResult> results;
    private final Duration interval;

    /**
     * @param results as they were recorded, those of one figure in the order of their dates
     * @param interval in which a member tells and is told one receipt
     */
    public LargeConversation(List<RecordedResult> results, Duration interval) {
        this.results = List.copyOf(results);
        this.interval = interval;
    }

    /** Frames per message and member at most, both ways and with receipts, at the rate that was measured; empty without one. */
    public Optional<Double> framesMax() {
        return latest("marks.rate")
                .map(rate -> 1
                        + 1 / MEMBERS
                        + RECEIPTS_PER_INTERVAL
                                / (rate.value()
                                        * interval.toMillis()
                                        / Duration.ofSeconds(1).toMillis()));
    }

    /** Whether what was measured is no more than that. */
    public boolean isHeld() {
        return framesMax()
                .flatMap(most -> latest("marks.frames").map(frames -> frames.value() <= most + TOLERANCE))
                .orElse(false);
    }

    private Optional<RecordedResult> latest(String figure) {
        String id = ID + "." + figure;
        return results.stream().filter(result -> result.id().equals(id)).reduce((older, newer) -> newer);
    }
}
