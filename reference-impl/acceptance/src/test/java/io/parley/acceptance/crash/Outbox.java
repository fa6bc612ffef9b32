package io.parley.acceptance.crash;

import io.parley.kernel.EntryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages whose fate is open, oldest first. Each is sent, and sent again by the same id, until it is accepted or refused.
 */
final class Outbox {

    /** Below the number of frames that the server lets one socket have open. */
    private static final int IN_FLIGHT_MAX = 32;

    private final Deque<Event.Sent> waiting = new ArrayDeque<>();
    private final Map<EntryId, Event.Sent> inFlight = new LinkedHashMap<>();
    private final Map<EntryId, Event.Sent> resting = new LinkedHashMap<>();

    void add(Event.Sent message) {
        waiting.addLast(message);
    }

    /** Takes the next message to put on the wire, if there is one and room for it. */
    Optional<Event.Sent> next() {
        if (waiting.isEmpty() || inFlight.size() == IN_FLIGHT_MAX) {
            return Optional.empty();
        }
        Event.Sent message = waiting.removeFirst();
        inFlight.put(message.id(), message);
        return Optional.of(message);
    }

    /** The answer is final. False when the message was not under way. */
    boolean resolve(EntryId id) {
        return inFlight.remove(id) != null;
    }

    /** The answer is that there is none yet; {@link #wake} later. */
    void rest(EntryId id) {
        Event.Sent message = inFlight.remove(id);
        if (message != null) {
            resting.put(id, message);
        }
    }

    void wake(EntryId id) {
        Event.Sent message = resting.remove(id);
        if (message != null) {
            waiting.addFirst(message);
        }
    }

    /** Whatever was under way has to be sent again, in its old order. */
    void connectionLost() {
        List<Event.Sent> again = new ArrayList<>(inFlight.values());
        inFlight.clear();
        for (int i = again.size() - 1; i >= 0; i--) {
            waiting.addFirst(again.get(i));
        }
    }

    int size() {
        return waiting.size() + inFlight.size() + resting.size();
    }
}
