package io.parley.simulation.client;

import io.parley.kernel.UserId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the members of one conversation are, as far as this device was told.
 *
 * @param all how far each of them is, at least
 */
public record Receipt(Mark all, SortedMap<UserId, Mark> members) {

    static final Receipt NOBODY = new Receipt(Mark.NONE, Collections.emptySortedMap());

    public Receipt {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    Mark of(UserId user) {
        return members.getOrDefault(user, Mark.NONE);
    }

    Receipt raised(Map<UserId, Mark> marks, Mark least) {
        SortedMap<UserId, Mark> raised = new TreeMap<>(members);
        marks.forEach((user, mark) -> raised.merge(user, mark, Mark::max));
        return new Receipt(all.max(least), raised);
    }
}
