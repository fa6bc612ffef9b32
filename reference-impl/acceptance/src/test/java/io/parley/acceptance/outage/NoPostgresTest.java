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
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/** PostgreSQL is killed under open sockets: what needs it says so, the rest goes on. */
@Order(5)
@ResourceLock(OwnInstallation.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoPostgresTest {

    private static final int SENDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Nothing that was asked about a session before the kill is fresh any more. */
    private static final Duration STALE =
            Limits.packaged().token().sessionCache().plusSeconds(1);

    private final OwnInstallation installation = OwnInstallation.shared();
    private final Api nobody = Api.to(installation.address());
    private final Person ann = Person.registered(nobody);
    private final Person bob = Person.registered(nobody);
    private final String conversation = ann.talksTo(bob).id();

    private final Person cat = Person.registered(nobody);
    private final Person eve = Person.registered(nobody);
    private final String withEve = ann.talksTo(eve).id();
    private final String withCat = ann.talksTo(cat).id();

    /** Their tokens are valid, and this node never saw them: it has to ask. */
    private final Person unseen = Person.registered(nobody);

    /** Known by their token, but nobody has asked for their blocks. */
    private final Person seen = Person.registered(nobody);

    private final String seensGroup = seen.gathers(ann, bob).id();
    private final String seensDirect = cat.talksTo(seen).id();
    private final List<Answer> seensFirst = new ArrayList<>();

    private final Person renewed = ann.refreshed();
    private final LiveSocket anns = LiveSocket.of(ann);
    private final LiveSocket bobs = LiveSocket.of(bob);
    private final LiveSocket eves = LiveSocket.of(eve);

    @BeforeAll
    void kill() {
        ann.blocks(eve);
        seen.api().get("/users/me").expect(200);
        installation.killPostgres();
        // At once: a token that was checked is taken for a few seconds without PostgreSQL, and who has blocked whom is
        // not.
        for (String to : List.of(seensGroup, seensDirect)) {
            seensFirst.add(seen.sends(to, Ids.next(), "hello"));
        }
    }

    @AfterAll
    void start() {
        installation.startPostgres();
        // The next test finds a server whose connections are whole again.
        await().atMost(PATIENCE).until(() -> login().status() == ProblemType.WRONG_CREDENTIALS.status());
        await().atMost(PATIENCE).until(() -> tokenOf(unseen).status() == 200);
        List.of(anns, bobs, eves).forEach(LiveSocket::close);
    }

    private Answer tokenOf(Person person) {
        return person.api().get("/users/me");
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

    /** Heads come over the socket, and what is missing by request: an access token must count on, too. */
    @Test
    @Verifies({"MSG-12", "MSG-17"})
    void doesNotKeepFromAClientWhatItsSocketLost() {
        String lost = Ids.next();
        anns.sendMessage(conversation, lost, "say it was not pushed");
        assertThat(anns.answerTo(lost).get("type").asString()).isEqualTo("accepted");
        String entries = "/conversations/" + conversation + "/entries?after=0";

        await().during(STALE)
                .atMost(PATIENCE)
                .until(() -> bob.api().get(entries).status() == 200);

        bobs.send(Map.of("type", "resume"));
        long head = bobs.await(ofType("heads")).at("/heads/" + conversation).asLong();
        assertThat(bob.readsEntries(conversation, "?after=0").entries())
                .hasSizeGreaterThanOrEqualTo((int) head)
                .anyMatch(entry -> entry.get("id").asString().equals(lost));
        nobody.as(unseen.accessToken()).get(entries).expect(ProblemType.STORE_UNAVAILABLE);
    }

    /** What was read when they connected counts on; the other side need not be connected for that. */
    @Test
    @Verifies({"USR-5", "MSG-17"})
    void leavesTheBlockedBlockedAndLetsTheOthersGoOn() {
        for (int i = 0; i < SENDS; i++) {
            String toCat = Ids.next();
            anns.sendMessage(withCat, toCat, "hello");
            assertThat(anns.answerTo(toCat).get("type").asString()).isEqualTo("accepted");
            String toAnn = Ids.next();
            eves.sendMessage(withEve, toAnn, "hello");
            assertThat(Answer.problem(eves.answerTo(toAnn).get("problem"))).isEqualTo(ProblemType.EXCHANGE_REFUSED);
            String toEve = Ids.next();
            anns.sendMessage(withEve, toEve, "hello");
            assertThat(Answer.problem(anns.answerTo(toEve).get("problem"))).isEqualTo(ProblemType.EXCHANGE_REFUSED);
        }
    }

    @Test
    @Verifies({"USR-5", "API-1"})
    void isToldToWhoeverSendsAndIsNotKnown() {
        seensFirst.get(0).expect(201);
        seensFirst.get(1).expect(ProblemType.STORE_UNAVAILABLE);
    }

    @Test
    @Verifies("API-2")
    void leavesASocketOpenWhoseNewTokenCannotBeChecked() {
        anns.send(Map.of("type", "authenticate", "token", unseen.accessToken()));

        assertThat(Answer.problem(anns.await(ofType("problem")).get("problem")))
                .isEqualTo(ProblemType.STORE_UNAVAILABLE);
        anns.ping();
    }

    @Test
    @Verifies({"USR-2", "MSG-17"})
    void prolongsASocketByANewTokenOfASessionThatIsKnown() {
        anns.authenticate(renewed.accessToken());

        anns.ping();
    }

    /** As after a cut in the network: what was known when it connected before counts on. */
    @Test
    @Verifies({"MSG-17", "INV-7"})
    void letsADeviceComeBackWhoseSessionIsKnown() {
        try (LiveSocket back = LiveSocket.of(bob)) {
            back.send(Map.of("type", "resume"));
            assertThat(back.await(ofType("heads")).at("/heads/" + conversation).asLong())
                    .isPositive();

            String id = Ids.next();
            anns.sendMessage(conversation, id, "welcome back");
            back.awaitEntry(id);
        }
    }

    @Test
    @Verifies("API-2")
    void tellsANewSocketOfWhoIsNotKnownToComeAgain() {
        LiveSocket socket = LiveSocket.to(installation.address());
        socket.send(Map.of("type", "authenticate", "token", unseen.accessToken()));

        assertThat(socket.awaitClose()).isEqualTo(1013);
    }
}
