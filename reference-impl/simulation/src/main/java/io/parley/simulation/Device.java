package io.parley.simulation;

import io.parley.conversation.History;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.problem.ProblemType;
import io.parley.simulation.client.Held;
import io.parley.simulation.client.Link;
import io.parley.simulation.client.PageOfEntries;
import io.parley.simulation.client.Sync;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.store.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of a user's devices: the client's rules of sync, on a wire that is cut, slow or silent. */
final class Device {

    private static final Duration RETRY_MAX = Duration.ofMillis(120);
    private static final Duration LOOKS_WITHIN = Duration.ofMillis(40);
    private static final Duration OFTEN = Duration.ofMillis(15);
    private static final int PAGE = 5;
    private static final int SLOW = 6;
    private static final int REFUSED = 1006;

    private final String name;
    private final World world;
    private final Chance chance;
    private final UserId user;
    private final DeviceId id;
    private Sync sync;
    private @Nullable SimulatedSocket socket;
    private @Nullable Incarnation node;
    private int lives;
    private int said;
    private boolean slow;
    private final Duration reportEvery;
    private double refused;

    Device(String name, World world, Chance chance, UserId user) {
        this.name = name;
        this.world = world;
        this.chance = chance;
        this.user = user;
        this.id = new DeviceId(chance.uuid7(world.scheduler.now().toEpochMilli()));
        this.refused = chance.happens(0.5) ? 0 : 0.1;
        // Some clients report more often than others.
        this.reportEvery = chance.happens(0.3) ? OFTEN : Numbers.COALESCE;
        this.sync = newSync();
    }

    private Sync newSync() {
        lives++;
        int life = lives;
        return new Sync(
                world.scheduler,
                chance.split(),
                this::open,
                user,
                Population.token(user, id),
                reportEvery,
                (conversation, after, answer) -> read(life, conversation, after, answer),
                new Life());
    }

    String name() {
        return name + "#" + lives;
    }

    UserId user() {
        return user;
    }

    /** The node that it talks to; nothing unless it is authenticated there. */
    Optional<Incarnation> node() {
        return sync.isLive() ? Optional.ofNullable(node) : Optional.empty();
    }

    Optional<Seq> applied(ConversationId conversation) {
        return sync.replica().applied(conversation);
    }

    void online() {
        sync.start();
    }

    void offline() {
        world.count(Fact.DEVICE_OFFLINE);
        sync.stop();
    }

    /** All it held in memory is gone; it begins at the heads again. */
    void reload() {
        sync.stop();
        end();
        world.panel.forgot(name());
        sync = newSync();
        sync.start();
    }

    /** Nothing that comes later counts. */
    void end() {
        world.recorder.ended(name(), user, sync.replica().applied(), sync.receipts(), sync.outbox());
    }

    void reconnect() {
        sync.stop();
        sync.start();
    }

    void cut() {
        if (socket != null) {
            world.count(Fact.CONNECTION_CUT);
            socket.cut();
        }
    }

    void fallSilent() {
        if (socket != null) {
            world.count(Fact.CONNECTION_SILENT);
            socket.fallSilent();
        }
    }

    void readSlowly(boolean begins) {
        slow = begins;
        if (begins) {
            world.count(Fact.SLOW_READER);
        }
        if (socket != null) {
            socket.slowDown(slow ? SLOW : 1);
        }
    }

    void clear() {
        refused = 0;
        readSlowly(false);
    }

    void says(ConversationId conversation) {
        said++;
        EntryId message = new EntryId(chance.uuid7(world.scheduler.now().toEpochMilli()));
        String text = name + " types " + said;
        world.recorder.types(name(), conversation, message, text);
        sync.submit(conversation, message, text);
    }

    /** It holds what it has applied, and somebody looks at it, or not. */
    private void tells(int life, ConversationId conversation, Seq applied) {
        if (life != lives || sync.replica().applied(conversation).isEmpty()) {
            return;
        }
        world.count(Fact.MARK);
        if (chance.happens(0.6)) {
            world.panel.reported(name(), user, conversation, applied, applied);
            sync.shown(conversation, applied);
        } else {
            world.panel.reported(name(), user, conversation, applied, Seq.NONE);
            sync.reached(conversation, applied);
        }
    }

    private Link.Socket open(Link.Handlers handlers) {
        Incarnation there = world.anyNode(chance).running().orElse(null);
        if (there == null || chance.happens(refused)) {
            world.count(Fact.CONNECTION_REFUSED);
            world.scheduler.after(chance.between(Duration.ZERO, RETRY_MAX), () -> handlers.closed(REFUSED));
            return new Unconnected();
        }
        node = there;
        socket = new SimulatedSocket(world, chance.split(), there, name(), user, handlers);
        socket.slowDown(slow ? SLOW : 1);
        world.trace.add(name(), () -> "connects to " + there.process().name());
        return socket;
    }

    private record Unconnected() implements Link.Socket {
        @Override
        public void send(String frame) {}

        @Override
        public void close() {}
    }

    /** Asks whichever node, again and again, as the client's retrier does. */
    private void read(int life, ConversationId conversation, Seq after, Consumer<Optional<PageOfEntries>> answer) {
        if (life != lives) {
            return;
        }
        world.network.<History.Page>call(
                world.anyNode(chance), there -> there.page(user, conversation, after, PAGE), reply -> {
                    if (life != lives) {
                        return;
                    }
                    if (reply.answer().isPresent()) {
                        world.count(Fact.GAP_READ);
                        world.trace.add(
                                name(),
                                () -> "is read " + Names.of(conversation) + " after " + after + ": "
                                        + Names.range(
                                                reply.answer().orElseThrow().entries()));
                        History.Page page = reply.answer().orElseThrow();
                        world.recorder.page(name(), conversation, after, page.entries(), page.headSeq());
                        answer.accept(Optional.of(page(page)));
                    } else if (reply.problem().equals(Optional.of(ProblemType.NOT_FOUND))) {
                        world.recorder.notAMember(name(), conversation, after);
                        answer.accept(Optional.empty());
                    } else {
                        world.scheduler.after(
                                chance.between(Duration.ZERO, RETRY_MAX),
                                () -> read(life, conversation, after, answer));
                    }
                });
    }

    private static PageOfEntries page(History.Page page) {
        List<Held> entries = page.entries().stream()
                .map(entry -> new Held(
                        entry.seq(),
                        entry.id(),
                        entry.isMessage() ? entry.envelope().author() : null))
                .toList();
        return new PageOfEntries(entries, page.headSeq());
    }

    /** One life of the page: what an earlier one still waits for is nothing to this one. */
    private final class Life implements Sync.Listener {

        private final int number = lives;

        @Override
        public void applied(ConversationId conversation, List<Held> entries) {
            world.trace.add(
                    name(),
                    () -> "applies " + Names.of(conversation) + " "
                            + entries.get(0).seq() + ".."
                            + entries.get(entries.size() - 1).seq());
            world.panel.applied(name(), conversation, entries);
            world.recorder.applied(name(), conversation, entries);
            Seq applied = entries.get(entries.size() - 1).seq();
            world.scheduler.after(
                    chance.between(Duration.ZERO, LOOKS_WITHIN), () -> tells(number, conversation, applied));
        }

        @Override
        public void ownEntryAskedFor(ConversationId conversation, Seq seq) {
            if (number == lives) {
                world.recorder.ownEntryAskedFor(name(), conversation, seq);
            }
        }

        @Override
        public void lost() {
            world.recorder.lost(name());
        }

        @Override
        public void began(ConversationId conversation, Seq startsAt) {
            world.trace.add(name(), () -> "begins " + Names.of(conversation) + " at " + startsAt);
            world.panel.began(name(), conversation, startsAt);
        }

        @Override
        public void gone(ConversationId conversation) {
            world.trace.add(name(), () -> "lets go of " + Names.of(conversation));
        }
    }
}
