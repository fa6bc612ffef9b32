package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.log.Admission;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.EntryReads;
import io.parley.log.IdIndex;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.LogStore;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.projection.IncarnationStore.Beat;
import io.parley.projection.MarkerStore.Place;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** A node: its steps run as long as it is neither dead nor paused. */
final class Node {

    private static final LogSettings SETTINGS = SmallLog.settings(64, 16, 8, 1_000);

    final Way<LogStore> log;
    final Way<IncarnationStore> incarnations;
    final Way<MarkerStore> markers;
    final Way<WatermarkStore> watermarks;
    final Projections projections;
    final ConversationLog conversations;
    final List<ConversationRepaired> repaired = new ArrayList<>();
    private final World world;
    private final SimulatedProcess process;
    private final ProjectionRuntime surroundings;

    Node(World world, SimulatedProcess process, Stores stores, RandomGenerator random) {
        this.world = world;
        this.process = process;
        log = new Way<>(LogStore.class, stores.log());
        incarnations = new Way<>(IncarnationStore.class, stores.incarnations());
        markers = new Way<>(MarkerStore.class, stores.markers());
        watermarks = new Way<>(WatermarkStore.class, stores.watermarks());
        LogRuntime runtime = new LogRuntime(process.executor(), process.timer(), process.clock(), random);
        surroundings = new ProjectionRuntime(runtime, process::nanos);
        projections = new Projections(
                List.of(world.heads),
                incarnations.port(),
                markers.port(),
                watermarks.port(),
                World.settings(),
                surroundings);
        conversations = new ConversationLog(
                log.port(),
                new EntryReads(log.port(), SETTINGS, runtime),
                SETTINGS,
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
        return new Rebuild(
                conversations,
                world.catalogue(),
                List.of(world.heads),
                watermarks.port(),
                World.settings(),
                surroundings);
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
                .append(conversation, new Command(id, world.ann, new Content.Text(text), null))
                .toCompletableFuture();
    }

    /** Sends and waits for the outcome, but not for long. */
    Outcome sends(ConversationId conversation, String text) {
        return sends(conversation, world.newId(), text);
    }

    Outcome sends(ConversationId conversation, EntryId id, String text) {
        CompletableFuture<Outcome> outcome = send(conversation, id, text);
        world.waitFor(outcome::isDone);
        if (!outcome.isDone()) {
            throw new IllegalStateException("message=" + id + ", expected an answer within " + World.SOON);
        }
        return outcome.join();
    }

    /** Sends as many messages, one after the other. */
    void sendsSeveral(ConversationId conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            sends(conversation, "message " + i);
        }
    }

    ConversationId creates() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(world.ann, Role.MEMBER, world.ben, Role.MEMBER));
        return creates(ConversationType.DIRECT, members);
    }

    ConversationId createsGroupOf(int count) {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(world.ann, Role.OWNER));
        while (members.size() < count) {
            members.put(new UserId(world.newId().value()), Role.MEMBER);
        }
        return creates(ConversationType.GROUP, members);
    }

    /** Its first entry is applied at once, and waited for too. */
    private ConversationId creates(ConversationType type, SortedMap<UserId, Role> members) {
        ConversationId conversation = new ConversationId(world.newId().value());
        Content created = new Content.Created(type, null, members);
        CompletableFuture<Outcome> outcome = conversations
                .append(conversation, new Command(EntryId.ofConversation(conversation), world.ann, created, null))
                .toCompletableFuture();
        world.waitFor(() -> outcome.isDone() && world.heads.head(conversation) == 1);
        if (!(outcome.getNow(new Outcome.Unknown()) instanceof Outcome.Appended)) {
            throw new IllegalStateException("outcome=" + outcome + ", expected a new conversation");
        }
        return conversation;
    }
}
