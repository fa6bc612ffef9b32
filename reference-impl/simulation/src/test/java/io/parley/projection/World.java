package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Admission;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.EntryReads;
import io.parley.log.IdIndex;
import io.parley.log.LogCatalogue;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.LogStore;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.projection.IncarnationStore.Beat;
import io.parley.projection.MarkerStore.Place;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
    static final int PUT_OFF_MAX = 20;
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

    final RecordedHeads heads = new RecordedHeads();
    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final StoreWeather weather = StoreWeather.fair();
    private final Written written = new Written();
    private final SimulatedCluster cluster =
            new SimulatedCluster(scheduler, chance.split(), weather, written, new Tally(), new Trace(scheduler, false));
    private final Stores seen = cluster.connect(process("observer"));
    private final List<Node> nodes = new ArrayList<>();
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));

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
                PUT_OFF_MAX);
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

    /** A node: its steps run as long as it is neither dead nor paused. */
    final class Node {

        final Way<LogStore> log;
        final Way<IncarnationStore> incarnations;
        final Way<MarkerStore> markers;
        final Way<WatermarkStore> watermarks;
        final Projections projections;
        final ConversationLog conversations;
        final List<ConversationRepaired> repaired = new ArrayList<>();
        private final SimulatedProcess process = process("node " + nodes.size());
        private final ProjectionRuntime surroundings;

        private Node() {
            Stores stores = cluster.connect(process);
            log = new Way<>(LogStore.class, stores.log());
            incarnations = new Way<>(IncarnationStore.class, stores.incarnations());
            markers = new Way<>(MarkerStore.class, stores.markers());
            watermarks = new Way<>(WatermarkStore.class, stores.watermarks());
            LogRuntime runtime = new LogRuntime(
                    process.executor(),
                    process.timer(),
                    process.clock(),
                    chance.split().generator());
            surroundings = new ProjectionRuntime(runtime, process::nanos);
            projections = new Projections(
                    List.of(heads), incarnations.port(), markers.port(), watermarks.port(), settings(), surroundings);
            LogSettings numbers = new LogSettings(
                    64,
                    16,
                    8,
                    4096,
                    64,
                    65_536,
                    1000,
                    10,
                    1000,
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(2),
                    Duration.ofMillis(50),
                    1 << 20,
                    new LogSettings.Reads(16, 4096, 1 << 20));
            conversations = new ConversationLog(
                    log.port(),
                    new EntryReads(log.port(), numbers, runtime),
                    numbers,
                    runtime,
                    projections,
                    IdIndex.NONE,
                    Admission.ALWAYS,
                    committed -> {});
            projections.start(conversations, repaired::add);
        }

        ProjectionRuntime surroundings() {
            return surroundings;
        }

        Rebuild rebuild() {
            return new Rebuild(conversations, written, List.of(heads), watermarks.port(), settings(), surroundings);
        }

        void die() {
            process.kill();
        }

        /** Takes no step for a while. */
        void pause(Duration duration) {
            process.pause(duration);
        }

        /** The last that it registered as. */
        UUID incarnation() {
            List<Way.Call> registered = incarnations.calls("register");
            return ((Beat) registered.get(registered.size() - 1).arguments().get(0)).incarnation();
        }

        /** Where it put markers, in this order. */
        List<Place> places() {
            return markers.calls("put").stream()
                    .map(put -> (Place) put.arguments().get(0))
                    .toList();
        }

        /** How often entries of a conversation were read. */
        long reads(ConversationId conversation) {
            return log.calls("read").stream()
                    .filter(call -> call.arguments().contains(conversation))
                    .count();
        }

        CompletableFuture<Outcome> send(ConversationId conversation, EntryId id, String text) {
            return conversations
                    .append(conversation, new Command(id, ann, new Content.Text(text), null))
                    .toCompletableFuture();
        }

        /** Sends and waits for the outcome, but not for long. */
        Outcome sends(ConversationId conversation, String text) {
            return sends(conversation, newId(), text);
        }

        Outcome sends(ConversationId conversation, EntryId id, String text) {
            CompletableFuture<Outcome> outcome = send(conversation, id, text);
            waitFor(outcome::isDone);
            return outcome.getNow(new Outcome.Unknown());
        }

        /** Sends as many messages, one after the other. */
        void sendsSeveral(ConversationId conversation, int messages) {
            for (int i = 0; i < messages; i++) {
                sends(conversation, "message " + i);
            }
        }

        ConversationId creates() {
            TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.MEMBER, ben, Role.MEMBER));
            return creates(ConversationType.DIRECT, members);
        }

        ConversationId createsGroupOf(int count) {
            TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.OWNER));
            while (members.size() < count) {
                members.put(new UserId(newId().value()), Role.MEMBER);
            }
            return creates(ConversationType.GROUP, members);
        }

        /** Its first entry is applied at once, and waited for too. */
        private ConversationId creates(ConversationType type, SortedMap<UserId, Role> members) {
            ConversationId conversation = new ConversationId(newId().value());
            Content created = new Content.Created(type, null, members);
            CompletableFuture<Outcome> outcome = conversations
                    .append(conversation, new Command(EntryId.ofConversation(conversation), ann, created, null))
                    .toCompletableFuture();
            waitFor(() -> outcome.isDone() && heads.head(conversation) == 1);
            if (!(outcome.getNow(new Outcome.Unknown()) instanceof Outcome.Appended)) {
                throw new IllegalStateException("outcome=" + outcome + ", expected a new conversation");
            }
            return conversation;
        }
    }

    Node node() {
        Node node = new Node();
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

    private void waitFor(BooleanSupplier condition) {
        long end = scheduler.nowNanos() + SOON.toNanos();
        while (!condition.getAsBoolean() && scheduler.nowNanos() < end) {
            pass(STEP);
        }
    }

    <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            pass(STEP);
        }
        return stage.toCompletableFuture().join();
    }

    int parts() {
        return PARTS;
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
