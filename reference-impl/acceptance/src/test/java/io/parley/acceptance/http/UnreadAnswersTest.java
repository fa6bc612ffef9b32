package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that ask by HTTP and never read what they are answered hold no more than their own share of the server. */
@Verifies({"API-2", "MSG-17"})
class UnreadAnswersTest {

    private static final int CONNECTIONS = Limits.packaged().http().requestsOfUserMax() + 8;

    /** In the client's start page: what is large, and costs the stores nothing. */
    private static final Pattern SCRIPT = Pattern.compile("/assets/[\\w.-]+\\.js");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Person eve = Person.registered();
    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String conversation = ann.talksTo(bob).id();
    private final DeafConnections deaf = new DeafConnections(eve);

    @AfterEach
    void close() throws IOException {
        deaf.close();
    }

    @Test
    void holdNobodyElseUp() throws IOException {
        Matcher script = SCRIPT.matcher(eve.api().get("/").expect(200).body());
        assertThat(script.find()).isTrue();
        int length = eve.api().get(script.group()).expect(200).body().length();
        try (LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                deaf.ask(script.group(), length);
            }

            // Whoever does this is told to slow down, and nobody else notices.
            Answer refused =
                    await().atMost(PATIENCE).until(() -> eve.api().get("/users/me"), answer -> answer.status() != 200);
            assertThat(refused.problem()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            for (int i = 0; i < 10; i++) {
                String id = Ids.next();
                anns.sendMessage(conversation, id, "hello");
                assertThat(anns.answerTo(id).get("type").asString()).isEqualTo("accepted");
                bobs.awaitEntry(id);
                bobs.ping();
                assertThat(bob.readsEntries(conversation, "").entries()).isNotEmpty();
            }
            Person.registered();
        }
    }
}
