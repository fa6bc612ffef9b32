package io.parley.simulation;

import io.parley.delivery.CloseCode;
import io.parley.delivery.Connection;
import io.parley.delivery.EncodedFrame;
import io.parley.delivery.Transport;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.Outcome;
import io.parley.simulation.client.Frame;
import io.parley.simulation.client.Link;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.invariant.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A socket between a device and a node: frames keep their order in each direction and take their time. It may be cut, or fall
 * silent so that neither side learns of it; what is under way then is lost.
 */
final class SimulatedSocket implements Transport, Link.Socket {

    private static final long WAY_NANOS_MIN = 100_000;
    private static final long WAY_NANOS_MAX = 12_000_000;
    private static final int ABNORMAL = 1006;
    private static final String PUSH = "{\"type\":\"entry\"";

    private final World world;
    private final Chance chance;
    private final Incarnation node;
    private final String name;
    private final UserId user;
    private final Link.Handlers device;
    private final Deque<String> inbox = new ArrayDeque<>();
    private final Map<EntryId, Deque<Attempt>> asked = new HashMap<>();

    /** How far conversations were when the first report about each came. */
    private final Map<ConversationId, Seq> marked = new HashMap<>();

    private @Nullable Connection connection;
    private long lastToNode;
    private long lastToDevice;
    private int slowness = 1;
    private boolean silent;
    private boolean deviceGone;
    private boolean nodeGone;

    SimulatedSocket(World world, Chance chance, Incarnation node, String name, UserId user, Link.Handlers device) {
        this.world = world;
        this.name = name;
        this.chance = chance;
        this.node = node;
        this.user = user;
        this.device = device;
        node.connected(this);
        toNode(() -> node.process().run(0, () -> {
            connection = node.frames().opened(this);
            toDevice(device::opened);
        }));
    }

    /** The device reads so much slower. */
    void slowDown(int factor) {
        slowness = factor;
    }

    /** Both ends stay open, and nothing arrives any more. */
    void fallSilent() {
        silent = true;
    }

    /** Both ends learn of it. */
    @Override
    public void cut() {
        if (!nodeGone) {
            nodeGone = true;
            node.process().run(0, this::closedAtNode);
            world.scheduler.after(way(), () -> endAtDevice(ABNORMAL));
        }
    }

    void processDied() {
        nodeGone = true;
        if (chance.happens(0.7)) {
            world.scheduler.after(way(), () -> endAtDevice(ABNORMAL));
        } else {
            world.count(Fact.CONNECTION_SILENT);
        }
    }

    // The device's end.

    @Override
    public void send(String frame) {
        if (!deviceGone) {
            world.recorder.sent(name, frame);
            toNode(() -> {
                inbox.add(frame);
                node.process().run(0, this::receive);
            });
        }
    }

    @Override
    public void close() {
        deviceGone = true;
        toNode(() -> {
            if (!nodeGone) {
                nodeGone = true;
                node.process().run(0, this::closedAtNode);
            }
        });
    }

    private void endAtDevice(int code) {
        if (!deviceGone) {
            deviceGone = true;
            device.closed(code);
        }
    }

    // The node's end.

    private void receive() {
        String frame = inbox.poll();
        if (frame != null && !nodeGone && connection != null) {
            world.trace.add(node.process().name(), () -> "hears of " + name + " " + frame);
            if (frame.contains("\"type\":\"send\"")) {
                observeSend(Frame.parse(frame));
            } else if (frame.contains("\"type\":\"mark\"")) {
                ConversationId conversation = Frame.parse(frame).conversation();
                marked.putIfAbsent(conversation, world.truth.acknowledged(conversation));
            }
            node.frames().received(connection, frame);
        }
    }

    private void closedAtNode() {
        if (connection != null) {
            node.frames().closed(connection);
        }
    }

    @Override
    public void send(List<EncodedFrame> frames, Runnable done) {
        frames.subList(0, frames.size() - 1).forEach(frame -> send(frame, () -> {}));
        send(frames.get(frames.size() - 1), done);
    }

    private void send(EncodedFrame encoded, Runnable done) {
        String frame = encoded.text();
        observeAnswer(frame);
        long leaves = wait(lastToDevice, slowness * way());
        lastToDevice = world.scheduler.nowNanos() + leaves;
        world.scheduler.after(leaves, () -> {
            node.process().run(0, done);
            if (!silent && !nodeGone) {
                world.scheduler.after(0, () -> arriveAtDevice(frame));
            }
        });
    }

    private void arriveAtDevice(String frame) {
        if (!deviceGone) {
            world.trace.add(name, () -> "hears " + frame);
            world.recorder.frame(name, frame);
            device.received(frame);
        }
    }

    @Override
    public void close(CloseCode code) {
        toDevice(() -> {
            cut();
            endAtDevice(code.code());
        });
    }

    // The wire.

    private void toNode(Runnable arrival) {
        long way = wait(lastToNode, way());
        lastToNode = world.scheduler.nowNanos() + way;
        world.scheduler.after(way, () -> {
            if (!silent) {
                arrival.run();
            }
        });
    }

    private void toDevice(Runnable arrival) {
        long way = wait(lastToDevice, way());
        lastToDevice = world.scheduler.nowNanos() + way;
        world.scheduler.after(way, () -> {
            if (!silent) {
                arrival.run();
            }
        });
    }

    /** Nothing overtakes what was sent before. */
    private long wait(long last, long way) {
        return Math.max(world.scheduler.nowNanos(), last) + way - world.scheduler.nowNanos();
    }

    private long way() {
        return chance.skewed(WAY_NANOS_MIN, WAY_NANOS_MAX);
    }

    // What invariants want to know.

    private void observeSend(Frame frame) {
        Command command = new Command(frame.id(), user, new Content.Text(frame.text()), null);
        Attempt attempt =
                new Attempt(world.nextAttempt(), node.process().name() + " by socket", frame.conversation(), command);
        asked.computeIfAbsent(frame.id(), id -> new ArrayDeque<>()).add(attempt);
        world.panel.submitted(attempt);
    }

    /** Called on behalf of the server, which would keep an exception to itself. */
    private void observeAnswer(String frame) {
        try {
            observe(frame);
        } catch (RuntimeException e) {
            world.panel.failed("an answer", e);
        }
    }

    private void observe(String text) {
        if (text.startsWith(PUSH)) {
            world.count(Fact.PUSH);
            Frame push = Frame.parse(text);
            world.panel.pushed(user, push.conversation(), push.entry().seq());
            return;
        }
        Frame frame = Frame.parse(text);
        switch (frame.type()) {
            case "accepted" -> world.panel.accepted(attempt(frame), frame.seq());
            case "unknown" -> world.panel.answered(attempt(frame), new Outcome.Unknown());
            case "refused" -> world.panel.answered(attempt(frame), Refusals.outcome(frame.problem()));
            case "resync" -> world.count(Fact.RESYNC);
            case "marks" -> {
                world.count(Fact.MARKS_PUSHED);
                world.panel.shownMarks(
                        user, frame.conversation(), frame.marks(), new Position(frame.allDelivered(), frame.allRead()));
            }
            case "problem" -> {
                if (frame.namesConversation()) {
                    refusedMark(frame.conversation(), frame.problem());
                }
            }
            default -> {
                // Says nothing about a command.
            }
        }
    }

    /** Problems do not tell which report they answer: perhaps the first one here. */
    private void refusedMark(ConversationId conversation, String problem) {
        Seq known = Objects.requireNonNull(marked.get(conversation));
        if (problem.equals("not-found")) {
            world.count(Fact.MARK_REFUSED_NOT_FOUND);
        }
        world.panel.markRefused(user, conversation, known, Seq.NONE, problem);
    }

    private Attempt attempt(Frame frame) {
        Deque<Attempt> attempts = asked.get(frame.id());
        if (attempts == null || attempts.isEmpty()) {
            throw new IllegalStateException(frame.id() + " was answered and not asked");
        }
        return attempts.remove();
    }
}
