package io.parley.acceptance.outage;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.DocumentedOperation;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/** PostgreSQL is killed under open sockets: what needs it says so, the rest goes on. */
@ResourceLock(OwnInstallation.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoPostgresTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OwnInstallation installation = OwnInstallation.shared();
    private final Api nobody = Api.to(installation.address());
    private final Person ann = Person.registered(nobody);
    private final Person bob = Person.registered(nobody);
    private final String conversation = ann.talksTo(bob).id();

    /** Their tokens are valid, and this node never saw them: it has to ask. */
    private final Person unseen = Person.registered(nobody);

    private final Person renewed = ann.refreshed();
    private final LiveSocket anns = LiveSocket.of(ann);
    private final LiveSocket bobs = LiveSocket.of(bob);

    @BeforeAll
    void kill() {
        installation.killPostgres();
    }

    @AfterAll
    void start() {
        installation.startPostgres();
        // The next test finds a server whose connections are whole again.
        await().atMost(PATIENCE).until(() -> login().status() == ProblemType.WRONG_CREDENTIALS.status());
        List.of(anns, bobs).forEach(LiveSocket::close);
    }

    private Answer login() {
        return nobody.post("/auth/login", Map.of("username", "nobody", "password", "of this name"));
    }

    @Test
    @Verifies({"API-1", "API-2"})
    void isToldToWhoeverNeedsIt() {
        List<DocumentedOperation> operations = DocumentedOperation.all().toList();
        List<Answer> answers = nobody.sendAll(operations.stream()
                .map(operation -> operation.wellFormed(
                        operation.needsToken() ? nobody.as(unseen.accessToken()) : nobody, conversation))
                .toList());

        assertThat(answers)
                .hasSameSizeAs(operations)
                .allSatisfy(answer -> answer.expect(ProblemType.STORE_UNAVAILABLE));
    }

    @Test
    @Verifies({"MSG-17", "MSG-3"})
    void doesNotStopMessagesBetweenOpenSockets() {
        String id = Ids.next();
        anns.sendMessage(conversation, id, "still here");

        assertThat(anns.answerTo(id).get("type").asString()).isEqualTo("accepted");
        bobs.awaitEntry(id);
    }

    @Test
    @Verifies("API-2")
    void leavesASocketOpenWhoseNewTokenCannotBeChecked() {
        anns.send(Map.of("type", "authenticate", "token", renewed.accessToken()));

        assertThat(Answer.problem(anns.await(ofType("problem")).get("problem")))
                .isEqualTo(ProblemType.STORE_UNAVAILABLE);
        anns.ping();
    }

    @Test
    @Verifies("API-2")
    void tellsANewSocketToComeAgain() {
        LiveSocket socket = LiveSocket.to(installation.address());
        socket.send(Map.of("type", "authenticate", "token", unseen.accessToken()));

        assertThat(socket.awaitClose()).isEqualTo(1013);
    }
}
