package io.parley.simulation.store;

import io.parley.conversation.UserPair;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import io.parley.log.LogStore.Append;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.engine.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The replicas, and what they decided: it outlives every process. */
public final class SimulatedCluster {

    private static final double COMPLETED = 0.5;

    private final Map<ConversationId, Map<Long, Partition>> partitions = new TreeMap<>();
    private final Map<ConversationId, Snapshots> snapshots = new TreeMap<>();
    private final SimulatedInbox.Rows inboxes = new SimulatedInbox.Rows();
    private final SimulatedIdBlocks.Rows ids = new SimulatedIdBlocks.Rows();
    private final SimulatedMarkers.Rows markers = new SimulatedMarkers.Rows();
    private final SimulatedIncarnations.Rows incarnations = new SimulatedIncarnations.Rows();
    private final SimulatedWatermarks.Rows watermarks = new SimulatedWatermarks.Rows();
    private final SimulatedReceipts.Rows receipts = new SimulatedReceipts.Rows();
    private final Map<UserPair, ConversationId> directs = new HashMap<>();
    private final Scheduler scheduler;
    private final Chance chance;
    private final StoreWeather weather;
    private final StoreWitness witness;
    private final Tally tally;
    private final Trace trace;

    public SimulatedCluster(
            Scheduler scheduler, Chance chance, StoreWeather weather, StoreWitness witness, Tally tally, Trace trace) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.weather = weather;
        this.witness = witness;
        this.tally = tally;
        this.trace = trace;
    }

    /** The stores as this process reaches them. */
    public Stores connect(SimulatedProcess process) {
        StoreClient client = new StoreClient(this, process);
        return new Stores(
                new SimulatedLogStore(this, client),
                new SimulatedDirects(this, client),
                new SimulatedInbox(inboxes, client),
                new SimulatedIdBlocks(ids, client),
                new SimulatedIncarnations(incarnations, client, tally),
                new SimulatedMarkers(markers, client),
                new SimulatedWatermarks(watermarks, client),
                new SimulatedReceipts(receipts, client));
    }

    Map<UserPair, ConversationId> directs() {
        return directs;
    }

    /** Closes a bucket for ever. */
    public void retire(ConversationId conversation, long bucket) {
        partition(conversation, bucket).retire();
    }

    /** Takes the content from an entry, if it is there; a serial operation, as all that changes a log. */
    public void erase(ConversationId conversation, long bucket, Seq seq) {
        settle(conversation, bucket);
        partition(conversation, bucket).rows(seq, seq).forEach(present -> {
            Entry erased = new Entry(present.envelope(), null);
            partition(conversation, bucket).replace(erased);
            witness.erased(conversation, erased);
        });
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Chance chance() {
        return chance;
    }

    StoreWeather weather() {
        return weather;
    }

    Tally tally() {
        return tally;
    }

    Trace trace() {
        return trace;
    }

    Partition partition(ConversationId conversation, long bucket) {
        return partitions
                .computeIfAbsent(conversation, id -> new TreeMap<>())
                .computeIfAbsent(bucket, number -> new Partition());
    }

    /** The moment at which a proposal counts, or does not. */
    Append decide(ConversationId conversation, long bucket, Proposal proposal, StoreWeather.Fate fate) {
        Partition partition = partition(conversation, bucket);
        settle(conversation, bucket);
        if (!partition.isFree(proposal)) {
            if (partition.isRetired()) {
                tally.add(Fact.APPEND_REFUSED_AS_RETIRED);
            }
            return Append.LOST;
        }
        if (fate == StoreWeather.Fate.HANGS) {
            partition.hang(proposal);
            return Append.UNKNOWN;
        }
        write(conversation, bucket, proposal, fate != StoreWeather.Fate.ANSWER_LOST);
        return Append.APPLIED;
    }

    /** What every serial operation does first: whatever hangs half-way is completed or replaced. */
    void settle(ConversationId conversation, long bucket) {
        Partition partition = partition(conversation, bucket);
        partition.confirm();
        for (Proposal proposal : partition.takeHanging()) {
            if (partition.isFree(proposal) && chance.happens(COMPLETED)) {
                tally.add(Fact.HUNG_APPEND_WRITTEN);
                write(conversation, bucket, proposal, true);
            } else {
                tally.add(Fact.HUNG_APPEND_DROPPED);
            }
        }
    }

    private void write(ConversationId conversation, long bucket, Proposal proposal, boolean acknowledged) {
        partition(conversation, bucket).write(proposal, acknowledged);
        if (proposal.isGivenUp()) {
            tally.add(Fact.APPEND_LATE);
        }
        if (proposal.from().isDead()) {
            tally.add(Fact.APPEND_LATE_AFTER_DEATH);
        }
        if (proposal.wasSeenEmpty()) {
            tally.add(Fact.APPEND_LATE_AFTER_EMPTY_SERIAL_READ);
        }
        trace.add(
                "store",
                () -> "has " + Names.of(conversation) + " " + Names.range(proposal.entries()) + " of "
                        + proposal.from().name());
        witness.written(conversation, bucket, proposal.entries());
    }

    List<Entry> read(ConversationId conversation, long bucket, Seq from, Seq to, LogStore.Consistency consistency) {
        Partition partition = partition(conversation, bucket);
        if (consistency == LogStore.Consistency.SERIAL) {
            settle(conversation, bucket);
            partition.underWay().stream().filter(partition::isFree).forEach(Proposal::serialRead);
            return partition.rows(from, to);
        }
        List<Entry> all = partition.rows(from, to);
        List<Entry> sure = partition.confirmedRows(from, to);
        if (all.size() > sure.size() && weather.readIsBehind(chance)) {
            tally.add(Fact.READ_BEHIND);
            return sure;
        }
        if (all.size() > sure.size()) {
            partition.confirm();
        }
        return all;
    }

    void save(ConversationId conversation, LogStore.Snapshot snapshot) {
        snapshots.computeIfAbsent(conversation, id -> new Snapshots()).save(snapshot);
    }

    Optional<LogStore.Snapshot> snapshot(ConversationId conversation) {
        Snapshots saved = snapshots.computeIfAbsent(conversation, id -> new Snapshots());
        if (weather.snapshotIsStale(chance)) {
            tally.add(Fact.SNAPSHOT_STALE);
            return saved.stale(chance);
        }
        saved.latest().ifPresent(used -> tally.add(Fact.SNAPSHOT_USED));
        return saved.latest();
    }
}
