package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.account.Caller;
import io.parley.account.SessionEnded;
import io.parley.evidence.Verifies;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.AfterStep;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Verifies({"API-1", "USR-2"})
class ConnectionsTest {

    private static final Limits LIMITS = Limits.packaged();
    private static final Instant OPENED = Instant.parse("2026-11-20T10:00:00Z");

    private final RecordedTransport wire = new RecordedTransport();
    private Instant now = OPENED;
    private final Connections connections = new Connections(LIMITS, AfterStep.AT_ONCE, () -> now);
    private final Connection connection = connections.opened(wire);

    private Caller authenticated(Instant expiresAt) {
        Caller caller = new Caller(
                new UserId(UuidCreator.getTimeOrderedEpoch()),
                new DeviceId(UUID.randomUUID()),
                UUID.randomUUID(),
                expiresAt);
        connection.authenticated(caller);
        connections.subscribe(connection, caller.user());
        return caller;
    }

    private void after(Duration time) {
        now = OPENED.plus(time);
        connections.closeOverdue();
    }

    @Test
    void closesWhoDoesNotAuthenticateInTime() {
        after(LIMITS.socket().authenticate());
        assertThat(wire.closes).isEmpty();

        after(LIMITS.socket().authenticate().plusMillis(1));

        assertThat(wire.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void closesWhoIsSilent() {
        authenticated(OPENED.plus(LIMITS.token().access()));
        after(LIMITS.socket().silenceMax());
        assertThat(wire.closes).isEmpty();

        after(LIMITS.socket().silenceMax().plusMillis(1));

        assertThat(wire.closes).containsExactly(CloseCode.SILENT);
    }

    @Test
    void closesWhenTheTokenExpires() {
        authenticated(OPENED.plusSeconds(30));

        after(Duration.ofSeconds(30).plusMillis(1));

        assertThat(wire.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void closesTheSocketsOfAnEndedSessionOnly() {
        Caller caller = authenticated(OPENED.plus(LIMITS.token().access()));
        connections.on(new SessionEnded(caller.user(), caller.device(), UUID.randomUUID()));
        assertThat(wire.closes).isEmpty();

        connections.on(new SessionEnded(caller.user(), caller.device(), caller.session()));

        assertThat(wire.closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void forgetsWhatWasClosedBeforeItWasKnownWhoSpeaks() {
        connections.closed(connection);

        Caller caller = authenticated(OPENED.plus(LIMITS.token().access()));

        assertThat(connections.of(caller.user())).isEmpty();
    }

    @Test
    void forgetsWhatIsClosed() {
        Caller caller = authenticated(OPENED.plus(LIMITS.token().access()));
        assertThat(connections.of(caller.user())).containsExactly(connection);

        connections.closed(connection);

        assertThat(connections.of(caller.user())).isEmpty();
    }
}
