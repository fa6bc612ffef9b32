package io.parley.receipt;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Marks of authors that this node has committed entries of and not written yet: about a second's worth. Safe for use by
 * several threads.
 */
final class SentMarks {

    private final ConcurrentMap<ConversationId, Map<UserId, Mark>> due = new ConcurrentHashMap<>();

    /**
     * Who writes a message has read, and who is added begins there: the marks of authors and newcomers. Whoever changes
     * something has not, for that, read what others wrote: their inbox goes on counting it.
     */
    static List<DeviceMark> of(Collection<Entry> entries) {
        Map<UserId, Mark> marks = new HashMap<>();
        for (Entry entry : entries) {
            Mark here = new Mark(entry.seq(), entry.seq(), entry.envelope().ordinal());
            if (entry.isMessage()) {
                marks.merge(entry.envelope().author(), here, Mark::max);
            } else if (entry.isKept() && entry.content().orElse(null) instanceof GroupChange.Membership change) {
                change.added().keySet().forEach(user -> marks.merge(user, here, Mark::max));
            }
        }
        return rows(marks);
    }

    void add(ConversationId conversation, Collection<DeviceMark> marks) {
        due.compute(conversation, (id, present) -> {
            Map<UserId, Mark> all = present == null ? new HashMap<>() : new HashMap<>(present);
            marks.forEach(mark -> all.merge(mark.user(), mark.mark(), Mark::max));
            return all;
        });
    }

    /** What was written up to this position is due no more. */
    void written(ConversationId conversation, Seq upTo) {
        due.computeIfPresent(conversation, (id, present) -> {
            Map<UserId, Mark> rest = new HashMap<>(present);
            rest.values().removeIf(mark -> !mark.read().isAfter(upTo));
            return rest.isEmpty() ? null : rest;
        });
    }

    List<DeviceMark> due(ConversationId conversation) {
        return rows(due.getOrDefault(conversation, Map.of()));
    }

    private static List<DeviceMark> rows(Map<UserId, Mark> marks) {
        return marks.entrySet().stream()
                .map(mark -> new DeviceMark(mark.getKey(), DeviceMark.SENT, mark.getValue()))
                .toList();
    }
}
