package io.parley.acceptance.crash;

import io.parley.kernel.UserId;
import java.util.List;
import java.util.stream.Stream;

/** All that one client wrote down, oldest first. */
record History(UserId user, List<Event> events) {

    History {
        events = List.copyOf(events);
    }

    <T extends Event> Stream<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
