package io.parley.projection;

import io.parley.kernel.Seq;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last entries of a conversation that this node committed, contiguous and bounded, to spare reading them back. Bounded in
 * number for itself, and in bytes together with those of all other conversations.
 */
final class Backlog {

    /** What an entry takes beside its content. */
    private static final int AROUND_BYTES = 512;

    private final int entriesMax;
    private final BacklogRoom room;
    private final List<Entry> entries = new ArrayList<>();

    /** The last try to apply it failed: what is kept is not needed soon. */
    private boolean stuck;

    Backlog(int entriesMax, BacklogRoom room) {
        this.entriesMax = entriesMax;
        this.room = room;
    }

    /** Adds what was committed; what does not follow, or is too much, is forgotten. While stuck, others come first. */
    void add(List<Entry> committed) {
        if (stuck && room.isCrowded()) {
            clear();
            return;
        }
        boolean follows =
                !entries.isEmpty() && last().next().equals(committed.get(0).seq());
        if (!follows || !addIfItFits(committed)) {
            clear();
            addIfItFits(committed);
        }
    }

    private boolean addIfItFits(List<Entry> committed) {
        return entries.size() + committed.size() <= entriesMax
                && room.take(bytes(committed))
                && entries.addAll(committed);
    }

    /** The entries of {@code from…to}, both inclusive, if all are here. */
    Optional<List<Entry>> range(Seq from, Seq to) {
        if (entries.isEmpty() || entries.get(0).seq().isAfter(from) || to.isAfter(last()) || from.isAfter(to)) {
            return Optional.empty();
        }
        int start = Math.toIntExact(from.value() - entries.get(0).seq().value());
        int end = Math.toIntExact(to.value() - entries.get(0).seq().value()) + 1;
        return Optional.of(List.copyOf(entries.subList(start, end)));
    }

    /** Up to here nobody needs them any more. */
    void forget(Seq upTo) {
        stuck = false;
        drop(Math.toIntExact(
                entries.stream().filter(entry -> !entry.seq().isAfter(upTo)).count()));
    }

    /** It could not be applied: gives up all where others may need the room, until it can. */
    void giveWay() {
        stuck = true;
        if (room.isCrowded()) {
            clear();
        }
    }

    private void clear() {
        drop(entries.size());
    }

    private void drop(int count) {
        List<Entry> first = entries.subList(0, count);
        room.giveBack(bytes(first));
        first.clear();
    }

    /** What entries count in a step: what is around them too, else many small ones would count as nothing. */
    static long stepBytes(List<Entry> entries) {
        return entries.stream()
                .mapToLong(entry -> AROUND_BYTES + entry.contentBytes())
                .sum();
    }

    /** What entries take in memory, at most. */
    static long bytes(List<Entry> entries) {
        return entries.stream().mapToLong(Backlog::bytes).sum();
    }

    private static long bytes(Entry entry) {
        Entry.Body body = entry.body();
        return AROUND_BYTES
                + (body == null ? 0L : (long) Character.BYTES * body.content().length());
    }

    private Seq last() {
        return entries.get(entries.size() - 1).seq();
    }
}
