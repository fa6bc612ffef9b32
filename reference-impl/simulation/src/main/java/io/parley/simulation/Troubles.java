package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Digest;
import io.parley.log.Entry;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.SimulatedProcess;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;

/** What befalls nodes and store from outside: each kind in some worlds and not in others, at a pace of its own. */
final class Troubles {

    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration OFTEN = Duration.ofMillis(80);
    private static final String HASH = "0".repeat(64);

    private final World world;
    private final Chance chance;
    private final List<ConversationId> conversations;
    private final List<Device> devices;
    private boolean over;

    Troubles(World world, Chance chance, List<ConversationId> conversations, List<Device> devices) {
        this.world = world;
        this.chance = chance;
        this.conversations = conversations;
        this.devices = devices;
    }

    void start() {
        for (Node node : world.nodes) {
            sometimes(0.7, () -> crash(node));
            sometimes(0.7, () -> node.pause(chance.between(Duration.ofMillis(5), Duration.ofMillis(700))));
        }
        for (Device device : devices) {
            sometimes(0.5, device::cut);
            sometimes(0.25, device::fallSilent);
            sometimes(0.3, device::reload);
            sometimes(0.4, () -> device.readSlowly(chance.happens(0.7)));
            sometimes(0.4, () -> goOffline(device));
            sometimes(0.9, () -> device.says(chance.oneOf(conversations)));
        }
        sometimes(0.4, this::stall);
        sometimes(0.2, this::silencePostgres);
        sometimes(0.3, this::erase);
        if (chance.happens(0.2)) {
            once(this::writeAsANewerNode);
        }
        if (chance.happens(0.1)) {
            once(this::retire);
        }
    }

    /** Nothing new befalls anybody, and everything works again. */
    void end() {
        over = true;
        world.weather.clear();
        world.network.clear();
        world.population.silence(false);
        devices.forEach(Device::clear);
        world.nodes.forEach(node -> {
            node.wake();
            node.start();
        });
    }

    /** Nodes die, some of them, once more within this time. */
    void lastBlow(Duration within) {
        if (chance.happens(0.6)) {
            world.weather.delayWrites();
        }
        world.nodes.stream()
                .filter(node -> chance.happens(0.6))
                .forEach(node -> world.scheduler.after(chance.between(Duration.ZERO, within), () -> crash(node)));
    }

    private void sometimes(double probability, Runnable trouble) {
        if (chance.happens(probability)) {
            again(chance.between(OFTEN, SELDOM), trouble);
        }
    }

    private void again(Duration pace, Runnable trouble) {
        world.scheduler.after(chance.between(Duration.ZERO, pace.multipliedBy(2)), () -> {
            if (!over) {
                trouble.run();
                again(pace, trouble);
            }
        });
    }

    private void once(Runnable trouble) {
        world.scheduler.after(chance.between(OFTEN, SELDOM.dividedBy(2)), () -> {
            if (!over) {
                trouble.run();
            }
        });
    }

    private void crash(Node node) {
        node.crash();
        world.scheduler.after(chance.between(Duration.ofMillis(2), Duration.ofMillis(500)), node::start);
    }

    private void goOffline(Device device) {
        device.offline();
        world.scheduler.after(chance.between(Duration.ofMillis(5), Duration.ofMillis(600)), device::online);
    }

    private void silencePostgres() {
        world.count(Fact.NO_POSTGRES);
        world.population.silence(true);
        world.scheduler.after(
                chance.between(Duration.ofMillis(5), Duration.ofMillis(300)), () -> world.population.silence(false));
    }

    private void stall() {
        world.count(Fact.STORE_STALLED);
        world.weather.stall(world.scheduler.nowNanos(), chance.between(Duration.ofMillis(20), Duration.ofMillis(600)));
    }

    private void erase() {
        ConversationId conversation = chance.oneOf(conversations);
        NavigableMap<Seq, Entry> log = world.truth.log(conversation);
        if (log.size() > 1) {
            Seq seq = new Seq(chance.between(2, log.size()));
            Entry entry = log.get(seq);
            if (entry != null && !entry.isKept()) {
                world.count(Fact.CONTENT_ERASED);
                world.erased.expect(conversation, seq);
                world.cluster.erase(conversation, bucket(seq), seq);
            }
        }
    }

    private void retire() {
        ConversationId conversation = chance.oneOf(conversations);
        world.count(Fact.BUCKET_RETIRED);
        world.cluster.retire(conversation, bucket(world.truth.head(conversation).next()));
    }

    /** A node of a later version appends what these do not understand. */
    private void writeAsANewerNode() {
        ConversationId conversation = chance.oneOf(conversations);
        NavigableMap<Seq, Entry> log = world.truth.log(conversation);
        if (log.isEmpty()) {
            return;
        }
        Entry.Envelope last = log.lastEntry().getValue().envelope();
        Entry entry = new Entry(
                new Entry.Envelope(
                        last.seq().next(),
                        new EntryId(chance.uuid7(world.scheduler.now().toEpochMilli())),
                        new UserId(new UUID(1, 1)),
                        "from-the-future",
                        1,
                        last.ordinal(),
                        world.scheduler.now(),
                        null,
                        new Digest(HASH)),
                new Entry.Body(new UUID(2, 2), "{}"));
        SimulatedProcess newer = new SimulatedProcess("newer", world.scheduler, chance.split(), Duration.ZERO, 1);
        world.cluster
                .connect(newer)
                .log()
                .append(conversation, bucket(entry.seq()), List.of(entry))
                .thenAccept(result -> world.count(Fact.NEWER_NODE_WROTE));
    }

    private static long bucket(Seq seq) {
        return (seq.value() - 1) / Numbers.BUCKET_ENTRIES;
    }
}
