package io.parley.receipt;

import io.parley.kernel.UserId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far each member of a conversation is; who has reported nothing yet is there with {@link Mark#NONE}. Immutable. */
public record ConversationMarks(SortedMap<UserId, Mark> byMember) {

    /** Copies the map. */
    public ConversationMarks {
        byMember = Collections.unmodifiableSortedMap(new TreeMap<>(byMember));
    }

    /** How far all of them are. */
    public Mark all() {
        return byMember.values().stream().reduce(Mark::min).orElse(Mark.NONE);
    }
}
