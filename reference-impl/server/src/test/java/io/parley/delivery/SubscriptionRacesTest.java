package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.account.Caller;
import io.parley.evidence.Verifies;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.AfterStep;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * A connection is closed while it is subscribed to a user's pushes, in orders of a bounded number of steps: nothing may be
 * kept of it. That a push goes into the void meanwhile does no harm.
 */
class SubscriptionRacesTest {

    private static final Limits LIMITS = Limits.packaged();
    private static final UserId USER = new UserId(new UUID(0, 1));
    private static final Caller CALLER =
            new Caller(USER, new DeviceId(new UUID(0, 2)), new UUID(0, 3), Instant.EPOCH.plusSeconds(1));

    private static final List<String> COMBINATIONS = List.of(
            // Closed while it is subscribed, for the first time and again.
            "| subscribe | close |", "subscribe | subscribe | close |");

    /** The server's own. */
    public static class Subscriptions {

        private final Connections connections = new Connections(LIMITS, AfterStep.AT_ONCE, () -> Instant.EPOCH);
        private final Connection connection = connections.opened(new RecordedTransport());
        private volatile boolean closed;

        @Operation
        public void subscribe() {
            connection.authenticated(CALLER);
            connections.subscribe(connection, USER);
        }

        @Operation
        public void close() {
            connections.closed(connection);
            closed = true;
        }

        @Validate
        public void keepsNothingOfAClosedConnection() {
            if (closed && !connections.of(USER).isEmpty()) {
                throw new IllegalStateException("the connection is closed, and yet it is subscribed");
            }
        }
    }

    /** As it was first written: looks whether the connection is open, and then subscribes it. */
    public static class SubscriptionsInTwoSteps {

        private final Set<Integer> open = ConcurrentHashMap.newKeySet();
        private final Set<Integer> subscribed = ConcurrentHashMap.newKeySet();
        private volatile boolean closed;

        public SubscriptionsInTwoSteps() {
            open.add(1);
        }

        @Operation
        public void subscribe() {
            if (open.contains(1)) {
                subscribed.add(1);
            }
        }

        @Operation
        public void close() {
            open.remove(1);
            subscribed.remove(1);
            closed = true;
        }

        @Validate
        public void keepsNothingOfAClosedConnection() {
            if (closed && !subscribed.isEmpty()) {
                throw new IllegalStateException("the connection is closed, and yet it is subscribed");
            }
        }
    }

    @Test
    @Verifies("USR-2")
    void endWithTheirConnection() {
        assertThatCode(() -> check(Subscriptions.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether a connection is open, and then subscribes it",
                () -> check(SubscriptionsInTwoSteps.class, List.of("| subscribe | close |")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(
                operations,
                combinations,
                ConcurrentHashMap.class,
                ConcurrentSkipListSet.class,
                CopyOnWriteArraySet.class);
    }
}
