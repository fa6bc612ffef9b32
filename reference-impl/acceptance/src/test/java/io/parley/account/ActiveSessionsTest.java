package io.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.acceptance.PostgresAdapters;
import io.parley.account.SessionStore.Session;
import io.parley.account.SessionStore.StoredToken;
import io.parley.account.SigningKeyStore.SigningKey;
import io.parley.evidence.Verifies;
import io.parley.kernel.DeviceId;
import io.parley.limits.Limits;
import io.parley.problem.ProblemException;
import io.parley.silence.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a token counts by what is known of its session; the rest is what kept answers have in common. */
@Verifies({"USR-2", "MSG-17"})
class ActiveSessionsTest {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration USABLE = Duration.ofMinutes(10);
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @RegisterExtension
    static final PostgresAdapters POSTGRES = new PostgresAdapters();

    private final SessionStore store = POSTGRES.of(SessionStore.class);
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final AccessTokenCodec codec = new AccessTokenCodec(
            List.of(new SigningKey("k1", new SecretKeySpec(new byte[32], "HmacSHA256"))), LIFE, () -> now);
    private final ActiveSessions sessions = new ActiveSessions(
            codec,
            store,
            new Limits.Token(LIFE, LIFE, MOMENT, FRESH, USABLE),
            new Silence(() -> now),
            () -> now,
            Runnable::run);
    private final Session session = begun();
    private final String token = codec.issue(session);

    private Session begun() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Session begun = new Session(id, POSTGRES.newUser().id(), new DeviceId(UuidCreator.getTimeOrderedEpoch()));
        return store.open(begun, null, new StoredToken("of " + id, now.plus(LIFE)), now)
                .session();
    }

    private boolean accept(String presented) {
        return sessions.verify(presented).isPresent();
    }

    private boolean cannotTell(String presented) {
        try {
            sessions.verify(presented);
            return false;
        } catch (ProblemException e) {
            return Silence.isMeantBy(e);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Nested
    class WhilePostgresAnswers {

        @Test
        void areAskedForAgainAtTheAgeThatIsStated() {
            assertThat(accept(token)).isTrue();
            store.end(session.id());

            pass(FRESH.minus(MOMENT));
            assertThat(accept(token)).isTrue();
            pass(MOMENT);
            assertThat(accept(token)).isFalse();
        }

        @Test
        void takeALogoutOfThisNodeAtOnce() {
            accept(token);
            sessions.ended(session);

            assertThat(accept(token)).isFalse();
        }

        @Test
        void doNotKeepAnAnswerThatALogoutOvertook() {
            POSTGRES.afterAnswer(() -> sessions.ended(session));
            accept(token);

            assertThat(accept(token)).isFalse();
        }
    }

    @Nested
    class WhilePostgresIsSilent {

        @Test
        void countOnUpToTheAgeThatIsStated() {
            accept(token);
            POSTGRES.isSilent(true);

            pass(USABLE.minus(MOMENT));
            assertThat(accept(token)).isTrue();
            pass(MOMENT);
            assertThat(cannotTell(token)).isTrue();
        }

        @Test
        void countNoLongerThanTheToken() {
            accept(token);
            pass(LIFE.minus(FRESH));
            accept(token);
            POSTGRES.isSilent(true);

            pass(FRESH.plusSeconds(1));

            assertThat(accept(token)).isFalse();
        }

        @Test
        void areNotThereForWhoWasNotSeenBefore() {
            POSTGRES.isSilent(true);

            assertThat(cannotTell(token)).isTrue();
        }

        @Test
        void takeALogoutOfThisNodeAtOnce() {
            accept(token);
            pass(FRESH);
            POSTGRES.isSilent(true);
            POSTGRES.afterAnswer(() -> sessions.ended(session));

            assertThat(accept(token)).isFalse();
            assertThat(accept(token)).isFalse();
        }
    }
}
