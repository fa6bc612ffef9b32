package io.parley.log;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happened in one {@link ConversationLog} since it was made. Safe for use by several threads. */
public final class LogCounters {

    private final LongAdder appendedEntries = new LongAdder();
    private final LongAdder appliedBatches = new LongAdder();
    private final LongAdder lostRaces = new LongAdder();
    private final LongAdder unknownOutcomes = new LongAdder();
    private final LongAdder settledOutcomes = new LongAdder();

    LogCounters() {}

    void applied(int entries) {
        appliedBatches.increment();
        appendedEntries.add(entries);
    }

    void lostRace() {
        lostRaces.increment();
    }

    void unknownOutcome() {
        unknownOutcomes.increment();
    }

    void settledAsWritten() {
        settledOutcomes.increment();
    }

    /** Entries that became durable by this log. */
    public long appendedEntries() {
        return appendedEntries.sum();
    }

    /** Conditional batches that carried them. */
    public long appliedBatches() {
        return appliedBatches.sum();
    }

    /** Proposals that found their position taken by somebody else. */
    public long lostRaces() {
        return lostRaces.sum();
    }

    /** Proposals whose answer did not come. */
    public long unknownOutcomes() {
        return unknownOutcomes.sum();
    }

    /** Proposals of unknown outcome that turned out to have been written. */
    public long settledOutcomes() {
        return settledOutcomes.sum();
    }
}
