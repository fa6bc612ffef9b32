package io.parley.log;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ids of the last W entries, so that a repeated command is recognised (INV-4). Immutable.
 *
 * <p>Which ids are kept is decided by seq alone, never by the times in the ids: a client may put any past time into an
 * id. What the window forgets is summed up in one number, the highest time among all evicted ids: an id above it was
 * never evicted, so the window answers for it; an id at or below it must be looked up in the log.
 *
 * <p>Kept as two longs per id in seq order: 16 KiB for 1024 entries. A look-up scans them, an addition copies them; both
 * are cheaper than one round to the store by three orders of magnitude, and an idle conversation of ten entries costs 160
 * bytes. Measured by {@code FoldBenchmark}.
 */
final class IdWindow {

    private static final long NEVER = -1;

    /** Most and least significant bits in turn, oldest entry first. */
    private final long[] bits;

    private final int capacity;
    private final Seq last;
    private final long evictedTimeMillis;

    private IdWindow(long[] bits, int capacity, Seq last, long evictedTimeMillis) {
        this.bits = bits;
        this.capacity = capacity;
        this.last = last;
        this.evictedTimeMillis = evictedTimeMillis;
    }

    static IdWindow empty(int capacity) {
        return new IdWindow(new long[0], capacity, Seq.NONE, NEVER);
    }

    /**
     * Rebuilds a window, from a snapshot say.
     *
     * @param ids oldest first; at most {@code capacity}
     */
    static IdWindow of(List<EntryId> ids, int capacity, Seq last, long evictedTimeMillis) {
        if (ids.size() > capacity) {
            throw new IllegalArgumentException("ids=" + ids.size() + ", expected at most " + capacity);
        }
        long[] bits = new long[2 * ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            bits[2 * i] = ids.get(i).value().getMostSignificantBits();
            bits[2 * i + 1] = ids.get(i).value().getLeastSignificantBits();
        }
        return new IdWindow(bits, capacity, last, evictedTimeMillis);
    }

    /** The window after one more entry. */
    IdWindow plus(EntryId id) {
        boolean full = size() == capacity;
        int kept = full ? bits.length - 2 : bits.length;
        long[] next = new long[kept + 2];
        System.arraycopy(bits, bits.length - kept, next, 0, kept);
        next[kept] = id.value().getMostSignificantBits();
        next[kept + 1] = id.value().getLeastSignificantBits();
        long evicted = full ? Math.max(evictedTimeMillis, idAt(0).timeMillis()) : evictedTimeMillis;
        return new IdWindow(next, capacity, last.next(), evicted);
    }

    /** The position of the id, if it is among the last W entries. */
    Optional<Seq> find(EntryId id) {
        long high = id.value().getMostSignificantBits();
        long low = id.value().getLeastSignificantBits();
        for (int i = bits.length - 2; i >= 0; i -= 2) {
            if (bits[i] == high && bits[i + 1] == low) {
                return Optional.of(start().plus(i / 2));
            }
        }
        return Optional.empty();
    }

    /** True if the id may have been evicted: only the log before {@link #start()} can tell. */
    boolean mayHaveEvicted(EntryId id) {
        return id.timeMillis() <= evictedTimeMillis;
    }

    /** The oldest position that the window still holds (the next one, when it is empty). */
    Seq start() {
        return last.plus(1 - size());
    }

    int size() {
        return bits.length / 2;
    }

    long evictedTimeMillis() {
        return evictedTimeMillis;
    }

    List<EntryId> ids() {
        List<EntryId> ids = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            ids.add(idAt(i));
        }
        return ids;
    }

    long bytes() {
        return 8L * bits.length;
    }

    private EntryId idAt(int index) {
        return new EntryId(new UUID(bits[2 * index], bits[2 * index + 1]));
    }
}
