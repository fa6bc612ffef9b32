package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Entry;
import io.parley.log.LogCatalogue;
import io.parley.log.LogSettings;
import io.parley.projection.IncarnationStore.Beat;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.engine.Trace;
import io.parley.simulation.store.SimulatedCluster;
import io.parley.simulation.store.StoreWeather;
import io.parley.simulation.store.StoreWitness;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Any number of nodes on one simulated cluster, which fails only where a test says so, and one time. */
final class World {

    static final Duration LEASE = Duration.ofSeconds(3);
    static final Duration DEAD_AFTER = Duration.ofSeconds(5);
    static final Duration RETRY_MAX = Duration.ofSeconds(10);
    static final int SAVE_ENTRIES = 10;
    static final int BACKLOG_BYTES_MAX = 1 << 16;
    static final int STEP_ENTRIES = 4;
    static final int STEP_ENTRY_BYTES_MAX = 4096;
    static final Duration COALESCE = Duration.ofSeconds(1);
    static final Duration COALESCE_MEMBER = Duration.ofMillis(250);
    static final Duration SHARD = Duration.ofMinutes(1);
    static final Duration IDLE_AFTER = Duration.ofSeconds(20);

    /** In which a few stores have answered, and a node knows of one that does not. */
    static final Duration SOON = Duration.ofMillis(200);

    private static final int PARTS = 4;
    private static final Duration STEP = Duration.ofMillis(1);

    /** Longer than anything here takes. */
    private static final Duration NEVER = Duration.ofMinutes(10);

    final RecordedHeads heads = new RecordedHeads();
    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final StoreWeather weather = StoreWeather.fair();
    private final Written written = new Written();
    private final SimulatedCluster cluster =
            new SimulatedCluster(scheduler, chance.split(), weather, written, new Tally(), new Trace(scheduler, false));
    private final Stores seen = cluster.connect(process("observer"));
    private final List<Node> nodes = new ArrayList<>();
    final UserId ann = new UserId(chance.uuid7(0));
    final UserId ben = new UserId(chance.uuid7(0));

    static ProjectionSettings settings() {
        return new ProjectionSettings(
                LEASE,
                DEAD_AFTER,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                RETRY_MAX,
                COALESCE,
                COALESCE_MEMBER,
                IDLE_AFTER,
                SHARD,
                1_000,
                8,
                BACKLOG_BYTES_MAX,
                new LogSettings.Reads(STEP_ENTRIES, STEP_ENTRY_BYTES_MAX, STEP_ENTRIES * STEP_ENTRY_BYTES_MAX),
                SAVE_ENTRIES,
                2,
                20);
    }

    /** What the cluster has of any log. */
    private static final class Written implements StoreWitness, LogCatalogue {

        private final Set<ConversationId> conversations = new TreeSet<>();

        @Override
        public void written(ConversationId conversation, long bucket, List<Entry> entries) {
            conversations.add(conversation);
        }

        @Override
        public void erased(ConversationId conversation, Entry entry) {}

        @Override
        public int parts() {
            return PARTS;
        }

        @Override
        public CompletionStage<List<ConversationId>> conversations(int part) {
            return CompletableFuture.completedFuture(conversations.stream()
                    .filter(conversation -> Math.floorMod(conversation.hashCode(), PARTS) == part)
                    .toList());
        }
    }

    Node node() {
        SimulatedProcess process = process("node " + nodes.size());
        Node node =
                new Node(this, process, cluster.connect(process), chance.split().generator());
        nodes.add(node);
        settle();
        return node;
    }

    private SimulatedProcess process(String name) {
        return new SimulatedProcess(name, scheduler, chance.split(), Duration.ZERO, 1);
    }

    EntryId newId() {
        return new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
    }

    void pass(Duration duration) {
        passUntil(passed().plus(duration));
    }

    /** Since it began. */
    Duration passed() {
        return Duration.ofNanos(scheduler.nowNanos());
    }

    void passUntil(Duration passed) {
        scheduler.runUntil(passed.toNanos());
    }

    /** Lets happen what waits for nothing but stores. */
    void settle() {
        pass(SOON);
    }

    /** But not for long. */
    void waitFor(BooleanSupplier condition) {
        waitFor(condition, SOON);
    }

    private void waitFor(BooleanSupplier condition, Duration longest) {
        long end = scheduler.nowNanos() + longest.toNanos();
        while (!condition.getAsBoolean() && scheduler.nowNanos() < end) {
            pass(STEP);
        }
    }

    <T> T await(CompletionStage<T> stage) {
        waitFor(stage.toCompletableFuture()::isDone, NEVER);
        if (!stage.toCompletableFuture().isDone()) {
            throw new IllegalStateException("nothing came, expected an answer within " + NEVER);
        }
        return stage.toCompletableFuture().join();
    }

    LogCatalogue catalogue() {
        return written;
    }

    /** No store works on anything for so long; nodes are told that no answer came. */
    void stall(Duration duration) {
        weather.stall(scheduler.nowNanos(), duration);
    }

    /** The rows of all nodes, in the order in which a node finds them. */
    List<Beat> beats() {
        return await(seen.incarnations().all());
    }

    List<Node> inOrderOfTheirRows(Node... some) {
        List<UUID> rows = beats().stream().map(Beat::incarnation).toList();
        return Stream.of(some)
                .sorted(Comparator.comparingInt(node -> rows.indexOf(node.incarnation())))
                .toList();
    }

    long watermark(ConversationId conversation) {
        return await(seen.watermarks().read(conversation))
                .getOrDefault(heads.name(), Seq.NONE)
                .value();
    }

    private record Shard(UUID incarnation, long number) {}

    /** Conversations that are marked, by whichever incarnation. */
    Set<ConversationId> marked() {
        Set<ConversationId> marked = new TreeSet<>();
        nodes.stream()
                .flatMap(node -> node.places().stream())
                .map(place -> new Shard(place.incarnation(), place.shard()))
                .distinct()
                .forEach(shard -> marked.addAll(await(seen.markers()
                        .list(shard.incarnation(), shard.number(), Optional.empty(), Integer.MAX_VALUE))));
        return marked;
    }
}
