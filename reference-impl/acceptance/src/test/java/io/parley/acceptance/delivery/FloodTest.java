package io.parley.acceptance.delivery;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Json;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that sends as fast as it can is told to slow down; what it asks for waits in bounds, and others go on. */
class FloodTest {

    private static final int FRAMES = 3_000;
    private static final String TEXT = "x".repeat(4_096);

    /** As much as a frame may hold, nearly. */
    private static final String PADDING = "x".repeat(60_000);

    private static final int MESSAGES = 8;
    private static final int MARKS_OF_EACH = 200;

    private final Person eve = Person.registered();
    private final Person mal = Person.registered();
    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String flooded = eve.talksTo(mal).id();
    private final String conversation = ann.talksTo(bob).id();

    @Test
    @Verifies({"API-2", "MSG-17", "QG-3"})
    void isRefusedBeyondABoundWhileOthersAreAnswered() throws IOException {
        try (RawWebSocket flood = new RawWebSocket(Installation.address(), "none");
                LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            flood.send("{\"type\":\"authenticate\",\"token\":\"" + eve.accessToken() + "\"}");
            assertThat(flood.read().get("type").asString()).isEqualTo("authenticated");
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(flood));
            CompletableFuture<List<JsonNode>> answers = CompletableFuture.supplyAsync(() -> answers(flood));

            int meanwhile = 0;
            while (!answers.isDone()) {
                String id = Ids.next();
                anns.sendMessage(conversation, id, "hello");
                assertThat(anns.answerTo(id).get("type").asString()).isEqualTo("accepted");
                bobs.awaitEntry(id);
                meanwhile++;
            }

            sending.join();
            // Each frame has one answer: nothing is dropped in silence.
            assertThat(answers.join()).hasSize(FRAMES);
            assertThat(answers.join()).filteredOn(ofType("accepted")).isNotEmpty();
            assertThat(answers.join())
                    .filteredOn(ofType("refused"))
                    .isNotEmpty()
                    .allSatisfy(answer -> {
                        assertThat(Answer.problem(answer.get("problem"))).isEqualTo(ProblemType.OVERLOADED);
                        assertThat(answer.at("/problem/retryAfterSeconds").asInt())
                                .isPositive();
                    });
            assertThat(meanwhile).isGreaterThan(1);
            bobs.ping();
        }
    }

    /** What waits for a write of marks must not hold the frames that asked for it, which are large. */
    @Test
    @Verifies({"API-2", "MSG-10", "QG-3"})
    void holdsNoMarksThatWaitToBeWritten() throws IOException {
        for (int i = 0; i < MESSAGES; i++) {
            mal.says(flooded, "message " + i);
        }
        try (RawWebSocket flood = new RawWebSocket(Installation.address(), "none");
                LiveSocket mals = LiveSocket.of(mal);
                LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            flood.send("{\"type\":\"authenticate\",\"token\":\"" + eve.accessToken() + "\"}");
            assertThat(flood.read().get("type").asString()).isEqualTo("authenticated");
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> mark(flood));

            while (!sending.isDone()) {
                String id = Ids.next();
                anns.sendMessage(conversation, id, "hello");
                assertThat(anns.answerTo(id).get("type").asString()).isEqualTo("accepted");
                bobs.awaitEntry(id);
                bobs.ping();
                mals.ping();
            }

            sending.join();
            long last = MESSAGES + 1;
            mals.await(
                    ofType("marks").and(frame -> frame.at("/marks/0/delivered").asLong() == last));
            assertThat(mal.seesMarks(flooded).of(eve).delivered()).isEqualTo(last);
        }
    }

    private void mark(RawWebSocket flood) {
        try {
            for (long delivered = 2; delivered <= MESSAGES + 1; delivered++) {
                String frame = Json.text(
                        Map.of("type", "mark", "conversationId", flooded, "delivered", delivered, "padding", PADDING));
                for (int i = 0; i < MARKS_OF_EACH; i++) {
                    flood.send(frame);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(RawWebSocket flood) {
        try {
            for (int i = 0; i < FRAMES; i++) {
                flood.send(Json.text(Map.of(
                        "type",
                        "send",
                        "conversationId",
                        flooded,
                        "id",
                        Ids.next(),
                        "content",
                        Map.of("type", "text", "text", TEXT))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The accepted and refused ones; entries and resyncs come in between. */
    private static List<JsonNode> answers(RawWebSocket flood) {
        List<JsonNode> answers = new ArrayList<>();
        try {
            while (answers.size() < FRAMES) {
                JsonNode frame = flood.read();
                if (LiveSocket.isAnswer().test(frame)) {
                    answers.add(frame);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }
}
