package io.parley.kernel;

/**
 * The position of an entry in its conversation's log. The first entry has 1; {@link #NONE} stands before it. Below 2^53,
 * so that JSON numbers carry it exactly.
 */
public record Seq(long value) implements Comparable<Seq> {

    /** Before the first entry. */
    public static final Seq NONE = new Seq(0);

    /** The first entry of every log. */
    public static final Seq FIRST = new Seq(1);

    private static final long MAX = (1L << 53) - 1;

    /** @throws IllegalArgumentException outside 0 … 2^53−1 */
    public Seq {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("seq=" + value + ", expected 0.." + MAX);
        }
    }

    /** The position that follows. */
    public Seq next() {
        return plus(1);
    }

    /** The position {@code count} entries on (or back, when negative). */
    public Seq plus(long count) {
        return new Seq(value + count);
    }

    public boolean isAfter(Seq other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Seq other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
