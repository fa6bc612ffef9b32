package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.log.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** INV-4: a message id stands in the log at most once. */
public final class Once extends Invariant {

    private final Map<ConversationId, Set<EntryId>> ids = new TreeMap<>();

    public Once() {
        super("INV-4 Once");
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        Set<EntryId> known = ids.computeIfAbsent(conversation, id -> new HashSet<>());
        for (Entry entry : entries) {
            require(known.add(entry.id()), () -> entry.id() + " was written again, at " + entry.seq());
        }
    }
}
