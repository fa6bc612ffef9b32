package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** {@code sender.ts}: brings each message into the log exactly once, one at a time per conversation. */
final class Sender {

    private record Outgoing(ConversationId conversation, EntryId id, String text) {}

    private static final class Lane {
        private final Outgoing message;
        private final int attempts;
        private Scheduler.Step timer;

        Lane(Outgoing message, int attempts, Scheduler.Step timer) {
            this.message = message;
            this.attempts = attempts;
            this.timer = timer;
        }
    }

    private final Map<EntryId, Outgoing> outbox = new LinkedHashMap<>();
    private final Map<ConversationId, Lane> lanes = new TreeMap<>();
    private final Scheduler scheduler;
    private final Chance chance;
    private final Predicate<String> transmit;

    Sender(Scheduler scheduler, Chance chance, Predicate<String> transmit) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.transmit = transmit;
    }

    List<EntryId> unsent() {
        return List.copyOf(outbox.keySet());
    }

    void submit(ConversationId conversation, EntryId id, String text) {
        outbox.put(id, new Outgoing(conversation, id, text));
        pump(conversation);
    }

    void connected() {
        outbox.values().stream().map(Outgoing::conversation).distinct().toList().forEach(this::pump);
    }

    void disconnected() {
        lanes.values().forEach(lane -> lane.timer.cancel());
        lanes.clear();
    }

    /** Accepted, refused for good, or seen in the log. */
    void ended(ConversationId conversation, EntryId id) {
        outbox.remove(id);
        Lane lane = lanes.get(conversation);
        if (lane != null && lane.message.id().equals(id)) {
            lane.timer.cancel();
            lanes.remove(conversation);
        }
        pump(conversation);
    }

    void refused(ConversationId conversation, EntryId id, boolean temporary) {
        if (temporary) {
            repeatLater(conversation, id);
        } else {
            ended(conversation, id);
        }
    }

    void repeatLater(ConversationId conversation, EntryId id) {
        lane(conversation, id).ifPresent(lane -> {
            lane.timer.cancel();
            lane.timer = scheduler.after(
                    chance.between(0, Pace.backOffNanos(lane.attempts)), () -> repeat(conversation, id));
        });
    }

    private void repeat(ConversationId conversation, EntryId id) {
        lane(conversation, id).ifPresent(lane -> transmit(lane.message, lane.attempts));
    }

    private Optional<Lane> lane(ConversationId conversation, EntryId id) {
        return Optional.ofNullable(lanes.get(conversation))
                .filter(lane -> lane.message.id().equals(id));
    }

    private void pump(ConversationId conversation) {
        if (!lanes.containsKey(conversation)) {
            outbox.values().stream()
                    .filter(message -> message.conversation().equals(conversation))
                    .findFirst()
                    .ifPresent(next -> transmit(next, 0));
        }
    }

    private void transmit(Outgoing message, int attempts) {
        if (transmit.test(Frame.send(message.conversation(), message.id(), message.text()))) {
            Scheduler.Step timer =
                    scheduler.after(Pace.SEND_ANSWER, () -> repeat(message.conversation(), message.id()));
            lanes.put(message.conversation(), new Lane(message, attempts + 1, timer));
        }
    }
}
