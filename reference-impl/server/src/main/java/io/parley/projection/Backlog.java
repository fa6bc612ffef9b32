package io.parley.projection;

import io.parley.kernel.Seq;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last entries of a conversation that this node committed, contiguous and bounded, to spare reading them back. */
final class Backlog {

    private final int entriesMax;
    private final List<Entry> entries = new ArrayList<>();

    Backlog(int entriesMax) {
        this.entriesMax = entriesMax;
    }

    /** Adds what was committed; what does not follow, or is too much, is forgotten. */
    void add(List<Entry> committed) {
        boolean follows =
                !entries.isEmpty() && last().next().equals(committed.get(0).seq());
        if (!follows || entries.size() + committed.size() > entriesMax) {
            entries.clear();
        }
        if (committed.size() <= entriesMax) {
            entries.addAll(committed);
        }
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

    void clear() {
        entries.clear();
    }

    private Seq last() {
        return entries.get(entries.size() - 1).seq();
    }
}
