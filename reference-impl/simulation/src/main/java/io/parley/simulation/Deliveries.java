package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.EntriesCommitted;
import io.parley.log.Outcome;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.invariant.Invariant;
import io.parley.simulation.invariant.Truth;
import io.parley.simulation.store.Names;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * INV-7: what was acknowledged reaches every member's devices once they are reachable, and a removal the devices of who was
 * removed. Judged twice: over everything, after the time in which a heartbeat finds what was lost; and much sooner, over what a
 * device's own node wrote.
 */
final class Deliveries extends Invariant {

    /** A dead node is noticed and swept, then a heartbeat, its answer, and the pages that it asks for. */
    static final Duration FOUND_WITHIN = Duration.ofMillis(2_300);

    /** A push, or a resync and the pages that it asks for; shorter than the time between two heartbeats. */
    static final Duration PUSHED_WITHIN = Duration.ofMillis(400);

    private static final String ANYBODY = "";

    private record By(String node, ConversationId conversation) {}

    /** What was told when: the highest position at each moment. */
    private final Map<By, TreeMap<Long, Seq>> told = new HashMap<>();

    private final Scheduler scheduler;
    private final List<Device> devices;
    private final Truth truth;

    Deliveries(Scheduler scheduler, List<Device> devices, Truth truth) {
        super("INV-7 Delivered");
        this.scheduler = scheduler;
        this.devices = devices;
        this.truth = truth;
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Appended appended) {
            accepted(attempt, appended.entry().seq());
        } else if (outcome instanceof Outcome.Repeated repeated) {
            accepted(attempt, repeated.first().seq());
        }
    }

    @Override
    public void accepted(Attempt attempt, Seq seq) {
        told(ANYBODY, attempt.conversation(), seq);
    }

    @Override
    public void created(ConversationId conversation) {
        told(ANYBODY, conversation, Seq.FIRST);
    }

    @Override
    public void committed(String node, EntriesCommitted committed) {
        told(node, committed.conversation(), committed.state().head());
    }

    private void told(String node, ConversationId conversation, Seq seq) {
        TreeMap<Long, Seq> all = told.computeIfAbsent(new By(node, conversation), by -> new TreeMap<>());
        Seq before = all.isEmpty() ? Seq.NONE : all.lastEntry().getValue();
        all.put(scheduler.nowNanos(), before.isAfter(seq) ? before : seq);
    }

    /** Faults have ended long ago. */
    void judgeAll() {
        devices.forEach(device -> {
            require(device.node().isPresent(), () -> device.name() + " has not come back");
            judge(device, ANYBODY, FOUND_WITHIN);
            judgeLeft(device);
        });
    }

    /** There was no fault for long, and no time for a heartbeat since the last entries. */
    void judgePushed() {
        devices.forEach(device ->
                device.node().ifPresent(node -> judge(device, node.process().name(), PUSHED_WITHIN)));
    }

    /** Who was removed learns of it as well. */
    private void judgeLeft(Device device) {
        long latest = scheduler.nowNanos() - FOUND_WITHIN.toNanos();
        truth.conversations().forEach(conversation -> {
            Map.Entry<Long, Seq> last = told.getOrDefault(new By(ANYBODY, conversation), new TreeMap<>())
                    .floorEntry(latest);
            require(
                    last == null
                            || device.applied(conversation).isEmpty()
                            || !truth.isNoMemberFrom(conversation, device.user(), last.getValue()),
                    () -> device.name() + " holds " + Names.of(conversation) + " and is no member at " + last);
        });
    }

    private void judge(Device device, String node, Duration within) {
        long latest = scheduler.nowNanos() - within.toNanos();
        truth.conversations().forEach(conversation -> {
            Map.Entry<Long, Seq> last = told.getOrDefault(new By(node, conversation), new TreeMap<>())
                    .floorEntry(latest);
            Seq applied = device.applied(conversation).orElse(Seq.NONE);
            require(
                    last == null
                            || !last.getValue().isAfter(applied)
                            || !truth.isMemberThroughout(conversation, device.user(), last.getValue()),
                    () -> device.name() + " has applied " + applied + " of "
                            + (last == null ? Seq.NONE : last.getValue()) + " in " + Names.of(conversation)
                            + (node.equals(ANYBODY) ? "" : " that its own node pushed"));
        });
    }
}
