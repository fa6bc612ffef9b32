package io.parley.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.acceptance.api.Person;
import io.parley.account.Grant;
import io.parley.account.Login;
import io.parley.account.Registration;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time matters here, so the clock is the test's; each test has a user of its own. */
@Verifies("USR-2")
class RefreshTest {

    private static final Limits.Token LIMITS = Limits.packaged().token();
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final String PASSWORD = "correct horse";

    private static AccountComponent node;

    private Grant session;

    @BeforeAll
    static void start() {
        node = AccountComponent.onItsOwnSchema();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void registers() {
        node.ended().clear();
        session = node.accounts().register(new Registration(Person.freshName(), PASSWORD, null, null, null));
    }

    @Test
    void rotatesTheTokenAndKeepsTheSession() {
        Grant next = refresh(session.refreshToken());

        assertThat(next.refreshToken()).isNotEqualTo(session.refreshToken());
        assertThat(next.user()).isEqualTo(session.user());
        assertThat(next.device()).isEqualTo(session.device());
        assertThat(isAccepted(session)).isTrue();
        assertThat(isAccepted(next)).isTrue();
        assertThat(refresh(next.refreshToken())).isNotNull();
    }

    @Test
    void yieldsAnotherSuccessorUntilTheGraceIsOver() {
        Grant first = refresh(session.refreshToken());
        node.pass(LIMITS.refreshGrace());
        Grant second = refresh(session.refreshToken());

        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(refresh(first.refreshToken())).isNotNull();
        assertThat(refresh(second.refreshToken())).isNotNull();
    }

    @Test
    void revokesTheDeviceOnAReplayAfterTheGrace() {
        Grant next = refresh(session.refreshToken());
        node.pass(LIMITS.refreshGrace().plus(MILLI));

        refused(session.refreshToken());

        refused(next.refreshToken());
        assertThat(isAccepted(next)).isFalse();
        assertThat(node.ended()).singleElement().satisfies(event -> {
            assertThat(event.user()).isEqualTo(session.user().id());
            assertThat(event.device()).isEqualTo(session.device().id());
        });
    }

    @Test
    void countsTheGraceFromTheFirstRotation() {
        refresh(session.refreshToken());
        node.pass(LIMITS.refreshGrace());
        refresh(session.refreshToken());
        node.pass(MILLI);

        refused(session.refreshToken());
        assertThat(node.ended()).hasSize(1);
    }

    @Test
    void sparesTheUsersOtherDevices() {
        Grant other = node.accounts().login(new Login(session.user().username(), PASSWORD, null, null));
        refresh(session.refreshToken());
        node.pass(LIMITS.refreshGrace().plus(MILLI));
        refused(session.refreshToken());

        assertThat(isAccepted(other)).isTrue();
        assertThat(refresh(other.refreshToken())).isNotNull();
    }

    @Test
    void letsARevokedDeviceLogInAgain() {
        refresh(session.refreshToken());
        node.pass(LIMITS.refreshGrace().plus(MILLI));
        refused(session.refreshToken());

        Grant again = node.accounts()
                .login(new Login(
                        session.user().username(), PASSWORD, session.device().id(), null));
        assertThat(again.device()).isEqualTo(session.device());
        refused(session.refreshToken());
        assertThat(isAccepted(again)).isTrue();
    }

    @Test
    void refusesATokenFromItsExpiryOn() {
        node.pass(LIMITS.refresh().minus(MILLI));
        Grant next = refresh(session.refreshToken());
        node.pass(LIMITS.refresh());

        refused(next.refreshToken());
        assertThat(node.ended()).isEmpty();
    }

    @Test
    void forgetsTokensThatExpired() {
        Grant next = refresh(session.refreshToken());
        node.pass(LIMITS.refresh().minus(MILLI));
        next = refresh(next.refreshToken());
        node.pass(MILLI);
        refresh(next.refreshToken());

        assertThat(node.sql()
                        .sql("SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id"
                                + " WHERE s.user_id = ?")
                        .param(session.user().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAnAccessTokenAfterItsLifeInWholeSeconds() {
        node.pass(LIMITS.access().minus(MILLI));
        assertThat(isAccepted(session)).isTrue();
        node.pass(Duration.ofSeconds(1).plus(MILLI));
        assertThat(isAccepted(session)).isFalse();
    }

    @Test
    void servesTheSameTokenPresentedManyTimesAtOnce() throws Exception {
        List<Grant> successors = AtOnce.run(8, () -> refresh(session.refreshToken()));

        assertThat(successors).extracting(Grant::refreshToken).doesNotHaveDuplicates();
        assertThat(successors)
                .allSatisfy(next -> assertThat(refresh(next.refreshToken())).isNotNull());
        assertThat(node.ended()).isEmpty();
    }

    @Test
    void endsTheSessionOnceWhenReplaysAndLogoutMeet() throws Exception {
        Grant next = refresh(session.refreshToken());
        node.pass(LIMITS.refreshGrace().plus(MILLI));
        var caller = node.accessTokens().verify(next.accessToken()).orElseThrow();

        List<String> outcomes = AtOnce.run(8, () -> {
            node.sessions().logout(caller);
            try {
                refresh(session.refreshToken());
                return "refreshed";
            } catch (ProblemException e) {
                return String.valueOf(e.getMessage());
            }
        });

        assertThat(outcomes).containsOnly("refresh-refused");
        assertThat(node.ended()).hasSize(1);
        assertThat(isAccepted(next)).isFalse();
    }

    @Test
    void keepsOneSessionWhenADeviceLogsInManyTimesAtOnce() throws Exception {
        Login login =
                new Login(session.user().username(), PASSWORD, session.device().id(), null);
        List<Grant> logins = AtOnce.run(8, () -> node.accounts().login(login));

        assertThat(logins.stream().filter(RefreshTest::isAccepted)).hasSize(1);
        assertThat(isAccepted(session)).isFalse();
        assertThat(node.ended()).hasSize(8);
    }

    private static Grant refresh(String token) {
        return node.sessions().refresh(token);
    }

    private static void refused(String token) {
        assertThatThrownBy(() -> refresh(token))
                .isInstanceOf(ProblemException.class)
                .hasMessage("refresh-refused");
    }

    private static boolean isAccepted(Grant grant) {
        return node.accessTokens().verify(grant.accessToken()).isPresent();
    }
}
