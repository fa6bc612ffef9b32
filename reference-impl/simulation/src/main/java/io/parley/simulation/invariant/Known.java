package io.parley.simulation.invariant;

import io.parley.log.Entry;
import java.util.Set;

/** What the nodes under test write; all else comes from a newer one. */
final class Known {

    private static final Set<String> KEPT = Set.of("created", "membership", "role", "rename", "deletion");
    private static final Set<String> ERASABLE = Set.of("message", "edit", "reaction");

    private Known() {}

    static boolean kind(Entry entry) {
        return entry.envelope().version() == 1
                && (isKept(entry) || ERASABLE.contains(entry.envelope().kind()));
    }

    /** Whether its content must never be erased. */
    static boolean isKept(Entry entry) {
        return KEPT.contains(entry.envelope().kind());
    }
}
