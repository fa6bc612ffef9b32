package io.parley.acceptance.crash;

import io.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.List;

/** Writes a client's history. It survives everything that the client talks to. Thread-safe. */
final class Recorder {

    private final UserId user;
    private final List<Event> events = new ArrayList<>();

    Recorder(UserId user) {
        this.user = user;
    }

    synchronized void add(Event event) {
        events.add(event);
    }

    synchronized History history() {
        return new History(user, events);
    }
}
