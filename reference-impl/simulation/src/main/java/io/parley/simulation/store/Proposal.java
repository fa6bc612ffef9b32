package io.parley.simulation.store;

import io.parley.log.Entry;
import io.parley.simulation.engine.SimulatedProcess;
import java.util.List;

/** A conditional batch on its way. */
final class Proposal {

    private final List<Entry> entries;
    private final SimulatedProcess from;
    private boolean givenUp;
    private boolean seenEmpty;

    Proposal(List<Entry> entries, SimulatedProcess from) {
        this.entries = List.copyOf(entries);
        this.from = from;
    }

    List<Entry> entries() {
        return entries;
    }

    SimulatedProcess from() {
        return from;
    }

    /** Who proposed has stopped waiting for an answer. */
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /** A serial read found the place empty after that. */
    void serialRead() {
        seenEmpty |= givenUp || from.isDead();
    }

    boolean wasSeenEmpty() {
        return seenEmpty;
    }
}
