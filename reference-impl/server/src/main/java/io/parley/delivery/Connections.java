package io.parley.delivery;

import io.parley.account.Caller;
import io.parley.account.SessionEnded;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.AfterStep;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The sockets of this node. Safe for use by several threads. */
@Component
class Connections {

    private final Limits.Socket limits;
    private final AfterStep afterStep;
    private final InstantSource clock;
    private final AtomicLong opened = new AtomicLong();

    /** In the order of opening, as those of each user are: what is done to all of them is done in an order that can be told. */
    private final Set<Connection> open =
            new ConcurrentSkipListSet<>((one, other) -> Long.compare(one.number(), other.number()));

    private final ConcurrentMap<UserId, Set<Connection>> byUser = new ConcurrentHashMap<>();

    Connections(Limits limits, AfterStep afterStep, InstantSource clock) {
        this.limits = limits.socket();
        this.afterStep = afterStep;
        this.clock = clock;
    }

    Connection opened(Transport transport) {
        Connection connection = new Connection(
                opened.getAndIncrement(), transport, limits.pendingBytesMax(), afterStep, clock.instant());
        open.add(connection);
        return connection;
    }

    /** From here on the connection gets the user's pushes; not if it has been closed, meanwhile or before. */
    void subscribe(Connection connection, UserId user) {
        byUser.compute(user, (id, present) -> {
            Set<Connection> all = present == null ? new CopyOnWriteArraySet<>() : present;
            all.add(connection);
            return all;
        });
        if (!open.contains(connection)) {
            unsubscribe(connection, user);
        }
    }

    private void unsubscribe(Connection connection, UserId user) {
        byUser.computeIfPresent(user, (id, all) -> {
            all.remove(connection);
            return all.isEmpty() ? null : all;
        });
    }

    void closed(Connection connection) {
        open.remove(connection);
        connection.caller().map(Caller::user).ifPresent(user -> unsubscribe(connection, user));
    }

    Set<Connection> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    @EventListener
    void on(SessionEnded ended) {
        for (Connection connection : of(ended.user())) {
            if (connection
                    .caller()
                    .map(Caller::session)
                    .filter(ended.session()::equals)
                    .isPresent()) {
                close(connection, CloseCode.UNAUTHENTICATED);
            }
        }
    }

    void close(Connection connection, CloseCode code) {
        connection.close(code, clock.instant());
    }

    /** Closes who has not said who they are in time, whose token has expired, and who has fallen silent. */
    void closeOverdue() {
        Instant now = clock.instant();
        for (Connection connection : open) {
            Instant speakBy = connection.caller().map(Caller::expiresAt).orElseGet(() -> connection
                    .openedAt()
                    .plus(limits.authenticate()));
            if (connection.closeOrCut(now)) {
                continue;
            }
            if (now.isAfter(speakBy)) {
                close(connection, CloseCode.UNAUTHENTICATED);
            } else if (now.isAfter(connection.heardAt().plus(limits.silenceMax()))) {
                close(connection, CloseCode.SILENT);
            }
        }
    }
}
