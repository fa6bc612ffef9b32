package io.parley.receipt;

import io.parley.kernel.Seq;

/**
 * How far somebody is in a conversation. Whoever has an entry has those before it, and who has read one had it delivered, so
 * two positions say it all.
 *
 * @param delivered everything up to here has reached them
 * @param read everything up to here has been shown to them; never after {@code delivered}
 * @param readOrdinal count of messages up to {@code read}
 */
public record Mark(Seq delivered, Seq read, long readOrdinal) {

    /** Nothing yet. */
    public static final Mark NONE = new Mark(Seq.NONE, Seq.NONE, 0);

    /** @throws IllegalArgumentException if more is read than was delivered */
    public Mark {
        if (read.isAfter(delivered)) {
            throw new IllegalArgumentException("read=" + read + ", expected at most delivered=" + delivered);
        }
    }

    /** The higher of each position. */
    Mark max(Mark other) {
        Mark reader = other.read.isAfter(read) ? other : this;
        return new Mark(
                other.delivered.isAfter(delivered) ? other.delivered : delivered, reader.read, reader.readOrdinal);
    }

    /** The lower of each position. */
    Mark min(Mark other) {
        Mark reader = other.read.isAfter(read) ? this : other;
        return new Mark(
                other.delivered.isAfter(delivered) ? delivered : other.delivered, reader.read, reader.readOrdinal);
    }

    /** True if the other one adds nothing. */
    boolean covers(Mark other) {
        return !other.delivered.isAfter(delivered) && !other.read.isAfter(read);
    }
}
