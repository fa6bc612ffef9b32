package io.parley.acceptance.outage;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Cassandra stops answering (SIGSTOP) and goes on later: nobody is told that something failed which then happens. */
@Order(5)
@ResourceLock(OwnInstallation.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StalledCassandraTest {

    /** Well below what one user may have in work: a request beyond it is refused unread, which may break its connection. */
    private static final int UNDER_WAY = Limits.packaged().http().requestsOfUserMax() / 2;

    private static final int STALLS_MAX = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OwnInstallation installation = OwnInstallation.shared();
    private final Person ann = Person.registered(Api.to(installation.address()));
    private final Person bob = Person.registered(Api.to(installation.address()));
    private final Person cat = Person.registered(Api.to(installation.address()));
    private final String conversation = ann.talksTo(bob).id();
    private final String group = ann.gathers(bob, cat).id();

    /** Both conversations are known to the node, and the store has recovered from the test before. */
    @BeforeEach
    void warm() {
        List.of(conversation, group).forEach(each -> awaitSuccess(message(each, Ids.next())));
    }

    @AfterEach
    void goOn() {
        installation.resumeCassandra();
    }

    /** Of a stall that comes before the write nothing is open: that is told as well, and is as true. */
    @Test
    @Verifies({"API-1", "MSG-17", "INV-4"})
    void leavesTheOutcomeOpenAndTakesTheRepeat() {
        boolean wasCallOpen = false;
        boolean wasFrameOpen = false;
        try (LiveSocket socket = LiveSocket.of(ann)) {
            for (int stalls = 0; stalls < STALLS_MAX && !(wasCallOpen && wasFrameOpen); stalls++) {
                String byCall = Ids.next();
                String byFrame = Ids.next();
                installation.pauseCassandra();
                CompletableFuture<Answer> called = ann.api().start(message(conversation, byCall));
                socket.sendMessage(group, byFrame, "hello");
                JsonNode framed = socket.answerTo(byFrame);
                Answer answer = called.join();
                installation.resumeCassandra();

                wasCallOpen |= isOpen(answer.problem(), conversation, byCall);
                wasFrameOpen |= isOpen(told(framed), group, byFrame);
            }
        }
        assertThat(wasCallOpen).isTrue();
        assertThat(wasFrameOpen).isTrue();
    }

    /** Holds what was told of a message against the log, once the store answers again. */
    private boolean isOpen(ProblemType told, String to, String id) {
        if (told == ProblemType.OUTCOME_UNKNOWN) {
            awaitSuccess(message(to, id));
            assertThat(messages(to)).containsOnlyOnce(id);
            return true;
        }
        assertThat(told).isEqualTo(ProblemType.STORE_UNAVAILABLE);
        awaitSuccess(message(to, Ids.next()));
        assertThat(messages(to)).doesNotContain(id);
        return false;
    }

    private static ProblemType told(JsonNode answer) {
        return ofType("unknown").test(answer) ? ProblemType.OUTCOME_UNKNOWN : Answer.problem(answer.get("problem"));
    }

    @Test
    @Verifies({"API-1", "API-2"})
    void refusesToReadAndAnswersPingsAsEver() {
        try (LiveSocket socket = LiveSocket.of(ann)) {
            installation.pauseCassandra();
            List<Answer> reads = reads();
            socket.send(Map.of("type", "resume"));
            JsonNode heads = socket.await(ofType("problem"));
            socket.send(Map.of("type", "ping", "digest", "0123456789abcdef"));
            socket.await(ofType("pong"));

            assertThat(reads).allSatisfy(read -> read.expect(ProblemType.STORE_UNAVAILABLE));
            assertThat(Answer.problem(heads.get("problem"))).isEqualTo(ProblemType.STORE_UNAVAILABLE);
        }
    }

    /** More come than one round takes; as that does not end, the rest is told that nothing of it was written. */
    @Test
    @Verifies({"API-1", "MSG-17"})
    void refusesWhatWaitsBehindAnOpenOutcome() {
        boolean wasOpen = false;
        try (LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            for (int stalls = 0; stalls < STALLS_MAX && !wasOpen; stalls++) {
                warm();
                List<String> ids = Stream.generate(Ids::next)
                        .limit(Limits.packaged().log().batchEntriesMax())
                        .toList();
                installation.pauseCassandra();
                ids.forEach(id -> anns.sendMessage(conversation, id, "hello"));
                String last = Ids.next();
                bobs.sendMessage(conversation, last, "hello");
                List<ProblemType> told = Stream.concat(ids.stream().map(anns::answerTo), Stream.of(bobs.answerTo(last)))
                        .map(StalledCassandraTest::told)
                        .toList();
                installation.resumeCassandra();

                assertThat(told)
                        .contains(ProblemType.STORE_UNAVAILABLE)
                        .isSubsetOf(ProblemType.STORE_UNAVAILABLE, ProblemType.OUTCOME_UNKNOWN);
                wasOpen = told.contains(ProblemType.OUTCOME_UNKNOWN);
            }
        }
        assertThat(wasOpen).isTrue();
    }

    @Test
    @Verifies({"API-1", "API-2"})
    void takesABoundedNumberOfFramesWhileTheyWait() {
        int bound = Limits.packaged().socket().inFlightRequestsMax();
        try (LiveSocket socket = LiveSocket.of(ann)) {
            // After a stall before this one the driver may still hold the node for down, and have everything fail at
            // once.
            socket.send(Map.of("type", "resume"));
            socket.await(ofType("heads"));
            installation.pauseCassandra();
            IntStream.rangeClosed(0, bound).forEach(i -> socket.send(Map.of("type", "resume")));

            // On a slow machine the first may have run into the store's time limit before the last was sent.
            JsonNode refusal = socket.await(ofType("problem")
                    .and(frame -> Answer.problem(frame.get("problem")) != ProblemType.STORE_UNAVAILABLE));
            assertThat(Answer.problem(refusal.get("problem"))).isEqualTo(ProblemType.OVERLOADED);
        }
    }

    /** Of many creations under way some are at their write when the store stalls: which, nobody knows; now and then none. */
    @Test
    @Verifies({"API-1", "MSG-2"})
    void leavesItOpenWhetherAConversationWasMade() {
        List<HttpRequest.Builder> unknown = List.of();
        for (int stalls = 0; stalls < STALLS_MAX && unknown.isEmpty(); stalls++) {
            unknown = stalledCreations();
        }

        assertThat(unknown).isNotEmpty();
        unknown.forEach(this::awaitSuccess);
    }

    /** The creations whose outcome is unknown. */
    private List<HttpRequest.Builder> stalledCreations() {
        SteadyLoad creations = SteadyLoad.of(ann.api(), UNDER_WAY, this::creation);
        creations.awaitSuccesses(UNDER_WAY);
        installation.pauseCassandra();
        List<HttpRequest.Builder> unknown = creations.stopped(ProblemType.OUTCOME_UNKNOWN);
        installation.resumeCassandra();
        return unknown;
    }

    private HttpRequest.Builder creation() {
        return ann.api()
                .posting(
                        "/conversations",
                        Map.of("id", Ids.next(), "type", "group", "members", List.of(bob.id(), cat.id())));
    }

    private List<Answer> reads() {
        return ann.api()
                .sendAll(Stream.of(
                                "",
                                "/" + conversation,
                                "/" + conversation + "/messages",
                                "/" + conversation + "/entries")
                        .map(path -> ann.api().request("/conversations" + path).GET())
                        .toList());
    }

    private HttpRequest.Builder message(String to, String id) {
        return ann.api().posting("/conversations/" + to + "/messages", Person.message(id, "hello"));
    }

    private List<String> messages(String of) {
        return ann.readsMessages(of, "").messages().stream()
                .map(message -> message.id())
                .toList();
    }

    /** As the problem asks for: the same request again, until it is decided. */
    private void awaitSuccess(HttpRequest.Builder request) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> ann.api().send(request).status(), status -> status == 200 || status == 201);
    }
}
