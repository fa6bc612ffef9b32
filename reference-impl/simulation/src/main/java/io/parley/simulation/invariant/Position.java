package io.parley.simulation.invariant;

import io.parley.kernel.Seq;

/** How far somebody is: what has reached them, and what was shown to them. */
public record Position(Seq delivered, Seq read) {

    public static final Position NONE = new Position(Seq.NONE, Seq.NONE);

    /** What was shown has been delivered. */
    static Position of(Seq delivered, Seq read) {
        return new Position(delivered.isAfter(read) ? delivered : read, read);
    }

    static Position both(Seq seq) {
        return new Position(seq, seq);
    }

    Position max(Position other) {
        return new Position(
                other.delivered.isAfter(delivered) ? other.delivered : delivered,
                other.read.isAfter(read) ? other.read : read);
    }

    boolean covers(Position other) {
        return max(other).equals(this);
    }
}
