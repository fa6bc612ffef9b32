package io.parley.log;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happened in one {@link ConversationLog} since it was made. Safe for use by several threads. */
public final class LogCounters {

    private final LongAdder appendedEntries = new LongAdder();
    private final LongAdder appliedBatches = new LongAdder();
    private final LongAdder lostRaces = new LongAdder();
    private final LongAdder unknownOutcomes = new LongAdder();
    private final LongAdder settledOutcomes = new LongAdder();

    private final LongAdder lookUps = new LongAdder();
    private final LongAdder lookUpsByIndex = new LongAdder();
    private final LongAdder lookUpPartitions = new LongAdder();
    private final LongAdder lookUpRows = new LongAdder();

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

    void lookUp() {
        lookUps.increment();
    }

    void lookUpByIndex() {
        lookUpsByIndex.increment();
    }

    void lookUpRead(int partitions, int rows) {
        lookUpPartitions.add(partitions);
        lookUpRows.add(rows);
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

    /** Ids that were older than the state remembers, and so had to be looked up. */
    public long lookUps() {
        return lookUps.sum();
    }

    /** Of these, the ones that the index found. */
    public long lookUpsByIndex() {
        return lookUpsByIndex.sum();
    }

    /** Partitions that look-ups read, of the index and of the log. */
    public long lookUpPartitions() {
        return lookUpPartitions.sum();
    }

    /** Rows that look-ups read, of the index and of the log. */
    public long lookUpRows() {
        return lookUpRows.sum();
    }
}
