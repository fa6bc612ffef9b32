package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What travels per message and member in one large conversation, against what the design implies: each member gets a frame, the
 * author sends one and gets an answer besides, each client pings, and in every interval of receipts a member tells one, hears of it, and hears how far all are. Of
 * several records of one figure the latest counts.
 */
public final class LargeConversation {

    /** How it is called in ids of results; its members are in the name. */
    public static final String ID = "load.crowd.300";

    private static final double MEMBERS = 300;

    /** One for each member, and the author's message and its answer. */
    private static final double FRAMES = 1 + 2 / MEMBERS;

    private static final int RECEIPTS_PER_INTERVAL = 3;

    /** Of the load test's clients: a ping and its answer. */
    private static final double PING_FRAMES_PER_SECOND = 2 / 20.0;

    /** The last digit that is recorded. */
    private static final double DIGIT = 1e-5;

    /** Part of the bytes: positions and times are longer in the longer run. */
    private static final double BYTES_TOLERANCE = 0.01;

    /**
     * Part of the frames, where they were counted in a window of time: messages under way when it begins or ends have only some
     * of theirs within it.
     */
    private static final double WINDOW_TOLERANCE = 0.01;

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
        return receiptsMax().flatMap(receipts -> framesMaxWithout("marks.").map(frames -> frames + receipts));
    }

    /** The same without receipts. */
    public Optional<Double> framesMaxWithoutReceipts() {
        return framesMaxWithout("");
    }

    /** Of these, receipts at most. */
    public Optional<Double> receiptsMax() {
        return rate("marks.")
                .map(rate -> RECEIPTS_PER_INTERVAL
                        / (rate * interval.toMillis() / Duration.ofSeconds(1).toMillis()));
    }

    /** Bytes per message and member at most: what they are without receipts, and for those no more than for other frames. */
    public Optional<Double> bytesMax() {
        return receiptsMax().flatMap(receipts -> latest("bytes").map(bytes -> bytes * (1 + receipts / FRAMES)));
    }

    /** Whether frames were counted of whole messages, and not in a window of time. */
    public boolean isExact() {
        return latest("frames-rate").isPresent() && latest("marks.frames-rate").isPresent();
    }

    /** By what part of it frames may be more than the design implies and still count as no more; 0 if they were counted exactly. */
    public double framesTolerance() {
        return isExact() ? 0 : WINDOW_TOLERANCE;
    }

    /** The same of bytes. */
    public double bytesTolerance() {
        return BYTES_TOLERANCE;
    }

    /** Whether what was measured is no more than that. */
    public boolean isHeld() {
        return isAtMost("frames", framesMaxWithoutReceipts(), framesTolerance())
                && isAtMost("marks.frames", framesMax(), framesTolerance())
                && isAtMost("marks.mark-frames", receiptsMax(), 0)
                && isAtMost("marks.bytes", bytesMax(), BYTES_TOLERANCE);
    }

    private Optional<Double> framesMaxWithout(String kind) {
        return rate(kind).map(rate -> FRAMES + PING_FRAMES_PER_SECOND / rate);
    }

    /** Messages a second while the frames were counted. */
    private Optional<Double> rate(String kind) {
        return latest(kind + "frames-rate").or(() -> latest(kind + "rate"));
    }

    /** @param tolerance a part of it */
    private boolean isAtMost(String figure, Optional<Double> most, double tolerance) {
        Optional<Double> measured = latest(figure);
        return most.isPresent() && measured.isPresent() && measured.get() <= most.get() * (1 + tolerance) + DIGIT;
    }

    private Optional<Double> latest(String figure) {
        String id = ID + "." + figure;
        return results.stream()
                .filter(result -> result.id().equals(id))
                .map(RecordedResult::value)
                .reduce((older, newer) -> newer);
    }
}
