package io.parley.idindex;

import io.parley.kernel.EntryId;
import java.util.List;

/**
 * The ids of a full bucket, in the order of their positions. Immutable; never changes once its bucket is full.
 *
 * <p>Not sorted by id: the position is then the index, which costs nothing to keep, and one look at a thousand ids is far
 * cheaper than reading them was.
 */
public record IdBlock(long bucket, List<EntryId> ids) {

    /** @throws IllegalArgumentException if there are none */
    public IdBlock {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("ids=0, expected those of a full bucket");
        }
        ids = List.copyOf(ids);
    }

    /**
     * The times in a block's ids, in milliseconds since 1970.
     *
     * @param firstMillis the lowest
     * @param lastMillis the highest, inclusive
     */
    public record Span(long bucket, long firstMillis, long lastMillis) {

        /** Whether an id of this time may stand in the block. */
        boolean covers(EntryId id) {
            return firstMillis <= id.timeMillis() && id.timeMillis() <= lastMillis;
        }
    }

    /** The range of the times in its ids. */
    public Span span() {
        long first = ids.stream().mapToLong(EntryId::timeMillis).min().orElseThrow();
        long last = ids.stream().mapToLong(EntryId::timeMillis).max().orElseThrow();
        return new Span(bucket, first, last);
    }
}
