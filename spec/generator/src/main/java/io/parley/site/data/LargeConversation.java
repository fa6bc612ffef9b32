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

    /** One for each member, and the author's answer. */
    private static final double FRAMES = 1 + 1 / MEMBERS;

    private static final int RECEIPTS_PER_INTERVAL = 3;

    /** Part of a figure: messages under way when the measurement begins or ends have only some of their frames within it. */
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
        return receiptsMax().map(receipts -> FRAMES + receipts);
    }

    /** Of these, receipts at most. */
    public Optional<Double> receiptsMax() {
        return latest("marks.rate")
                .map(rate -> RECEIPTS_PER_INTERVAL
                        / (rate * interval.toMillis() / Duration.ofSeconds(1).toMillis()));
    }

    /** Bytes per message and member at most: what they are without receipts, and for those no more than for other frames. */
    public Optional<Double> bytesMax() {
        return framesMax().flatMap(frames -> latest("bytes").map(bytes -> bytes * frames / FRAMES));
    }

    /** Whether what was measured is no more than that. Receipts are counted by themselves: they come at any time. */
    public boolean isHeld() {
        return isAtMost("marks.frames", framesMax(), TOLERANCE)
                && isAtMost("marks.mark-frames", receiptsMax(), 0)
                && isAtMost("marks.bytes", bytesMax(), TOLERANCE);
    }

    /** @param tolerance a part of it */
    private boolean isAtMost(String figure, Optional<Double> most, double tolerance) {
        Optional<Double> measured = latest(figure);
        return most.isPresent() && measured.isPresent() && measured.get() <= most.get() * (1 + tolerance);
    }

    private Optional<Double> latest(String figure) {
        String id = ID + "." + figure;
        return results.stream()
                .filter(result -> result.id().equals(id))
                .map(RecordedResult::value)
                .reduce((older, newer) -> newer);
    }
}
