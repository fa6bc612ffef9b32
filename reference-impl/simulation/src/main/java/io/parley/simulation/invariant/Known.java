package io.parley.simulation.invariant;

import io.parley.log.Entry;

/** What the nodes under test write; all else comes from a newer one. */
final class Known {

    private Known() {}

    static boolean kind(Entry entry) {
        return entry.envelope().version() == 1
                && (entry.envelope().kind().equals("created")
                        || entry.envelope().kind().equals("message"));
    }
}
