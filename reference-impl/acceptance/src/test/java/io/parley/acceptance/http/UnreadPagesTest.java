package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody asks for pages of the longest texts, many at once, and reads none: each is in memory until it has left. */
@Verifies({"MSG-4", "API-2"})
class UnreadPagesTest {

    private static final Limits LIMITS = Limits.packaged();

    /** Each of its characters is six in JSON. */
    private static final String TEXT = "\u0001".repeat(LIMITS.message().textBytesMax());

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person eve = Person.registered();
    private final Person ann = Person.registered();
    private final String path = "/conversations/" + eve.talksTo(ann).id() + "/messages";
    private final DeafConnections deaf = new DeafConnections(eve);

    @AfterEach
    void close() throws IOException {
        deaf.close();
    }

    @Test
    void holdNoMoreThanOneUsersPart() throws IOException {
        for (int i = 0; i < 3; i++) {
            eve.says(path.split("/", -1)[2], TEXT);
        }
        int length = eve.api().get(path).expect(200).body().length();
        // Not one more: whoever was refused too often would have nothing left to wait with.
        for (int i = 0; i < LIMITS.page().inWorkOfUserMax(); i++) {
            deaf.ask(path, length);
        }

        Answer refused = await().atMost(PATIENCE).until(() -> eve.api().get(path), answer -> answer.status() != 200);
        assertThat(refused.problem()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        // What needs no page goes on, and so do others.
        assertThat(eve.api().get("/users/me").status()).isEqualTo(200);
        assertThat(ann.api().get(path).expect(200).body()).hasSize(length);
    }
}
