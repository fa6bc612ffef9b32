package io.parley.acceptance.outage;

import static io.parley.acceptance.api.LiveSocket.isAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Forms.MessagePage;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * More is sent to one conversation than may wait for it, while Cassandra does not answer (SIGSTOP). That a refusal comes at
 * once shows in the order of the answers: who waits has none before Cassandra goes on.
 */
@Order(5)
@ResourceLock(OwnInstallation.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullQueueTest {

    private static final Limits LIMITS = Limits.packaged();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Long messages, so that few fill the queue. */
    private static final String TEXT = "x".repeat(LIMITS.message().textBytesMax());

    /** What may wait, and the round that was taken from it, at most. */
    private static final int ROOM_MAX =
            LIMITS.log().queueBytesMax() / TEXT.length() + LIMITS.log().batchEntriesMax();

    private final OwnInstallation installation = OwnInstallation.shared();
    private final Person ann = Person.registered(Api.to(installation.address()));
    private final Person bob = Person.registered(Api.to(installation.address()));
    private final Person cat = Person.registered(Api.to(installation.address()));
    private final String full = ann.gathers(bob, cat).id();
    private final String other = ann.talksTo(bob).id();

    private record Sent(Person author, String id, CompletableFuture<Answer> answer) {}

    @AfterEach
    void goOn() {
        installation.resumeCassandra();
    }

    @Test
    @Verifies({"API-2", "MSG-17", "INV-4"})
    void refusesAtOnceWhatFindsNoRoomInTheQueueOfItsConversation() {
        // Both are known to the node, and the store has recovered from the test before.
        List.of(full, other).forEach(each -> awaitStored(ann, each, Ids.next()));
        try (LiveSocket socket = LiveSocket.of(ann)) {
            String elsewhere = Ids.next();
            String framed = Ids.next();
            installation.pauseCassandra();
            List<Sent> sent = fillTheQueue();
            sent.stream()
                    .map(Sent::answer)
                    .reduce((one, another) -> one.applyToEither(another, first -> first))
                    .orElseThrow()
                    .join();
            socket.sendMessage(other, elsewhere, TEXT);
            socket.sendMessage(full, framed, TEXT);
            JsonNode noRoom = socket.answerTo(framed);
            List<JsonNode> heard = socket.frames();
            List<Answer> refused =
                    answers(sent.stream().filter(one -> one.answer().isDone()));
            installation.resumeCassandra();

            assertThat(refused).isNotEmpty().allSatisfy(FullQueueTest::isRefusal);
            assertThat(noRoom.get("type").asString()).isEqualTo("refused");
            assertThat(Answer.problem(noRoom.get("problem"))).isEqualTo(ProblemType.OVERLOADED);
            assertThat(heard).filteredOn(isAnswer()).containsExactly(noRoom);
            assertThat(socket.answerTo(elsewhere).get("type").asString()).isIn("accepted", "unknown");

            Map<String, Long> acknowledged = acknowledged(sent);
            awaitStored(ann, full, framed);
            awaitStored(ann, other, elsewhere);
            Map<String, Long> log = new HashMap<>();
            stored(full).forEach(message -> assertThat(log.put(message.id(), message.seq()))
                    .isNull());
            assertThat(log).containsAllEntriesOf(acknowledged).containsKey(framed);
            assertThat(acknowledged).hasSameSizeAs(sent);
        }
    }

    /** By as many people as it takes: nobody has so many requests in work. */
    private List<Sent> fillTheQueue() {
        List<Person> authors = List.of(ann, bob, cat);
        int each = ROOM_MAX / authors.size() + 2;
        assertThat(each).isLessThan(LIMITS.http().requestsOfUserMax());
        return IntStream.range(0, each)
                .boxed()
                .flatMap(turn -> authors.stream())
                .map(author -> {
                    String id = Ids.next();
                    return new Sent(author, id, author.api().start(author.api().posting(path(full), body(id))));
                })
                .toList();
    }

    private static void isRefusal(Answer answer) {
        answer.expect(ProblemType.OVERLOADED).expect(503);
        int seconds = answer.json().at("/retryAfterSeconds").asInt();
        assertThat(seconds).isPositive();
        assertThat(answer.header("Retry-After")).isEqualTo(Integer.toString(seconds));
    }

    private static List<Answer> answers(Stream<Sent> sent) {
        return sent.map(one -> one.answer().join()).toList();
    }

    /** Where each stands, by its first answer or by that of a repeat. */
    private Map<String, Long> acknowledged(List<Sent> sent) {
        Map<String, Long> acknowledged = new HashMap<>();
        sent.forEach(one -> {
            Answer answer = one.answer().join();
            Answer last = answer.status() < 400 ? answer : awaitStored(one.author(), full, one.id());
            acknowledged.put(one.id(), last.json().get("seq").asLong());
        });
        return acknowledged;
    }

    /** As the problem asks for: the same request again, until it is decided. */
    private Answer awaitStored(Person author, String conversation, String id) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> author.sends(conversation, body(id)), answer -> answer.status() < 400);
    }

    private List<Message> stored(String conversation) {
        List<Message> all = new ArrayList<>();
        MessagePage page;
        do {
            long last = all.isEmpty() ? 0 : all.get(all.size() - 1).seq();
            page = ann.readsMessages(conversation, "?after=" + last);
            all.addAll(page.messages());
        } while (page.more());
        return all;
    }

    private static String path(String conversation) {
        return "/conversations/" + conversation + "/messages";
    }

    private static Map<String, Object> body(String id) {
        return Person.message(id, TEXT);
    }
}
