package io.parley.acceptance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * An id's time or {@code sentAt} that lies too far in the future is refused with the server's time, never clamped. Whether a
 * time just at the limit is too far depends on when the request arrives: the server's own clock, which each answer holds,
 * says what was due.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies("API-2")
class ClockSkewTest {

    private static final Duration SKEW = Limits.packaged().time().skew();

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String conversation = ann.talksTo(bob).id();

    @Test
    void refusesAMessageWhoseIdIsAhead() {
        probe(time -> ann.sends(conversation, Ids.at(time), "ahead?"), "/receivedAt");
    }

    @Test
    void refusesAMessageThatWasSentAhead() {
        probe(
                time -> ann.sends(
                        conversation,
                        Map.of(
                                "id",
                                Ids.next(),
                                "content",
                                Map.of("type", "text", "text", "ahead?"),
                                "sentAt",
                                time.toString())),
                "/receivedAt");
    }

    @Test
    void refusesAConversationWhoseIdIsAhead() {
        List<String> members = List.of(bob.id(), Person.registered().id());
        probe(
                time -> ann.api()
                        .post("/conversations", Map.of("id", Ids.at(time), "type", "group", "members", members)),
                "/createdAt");
    }

    @Test
    void takesTimesOfThePast() {
        for (Instant past : List.of(Instant.EPOCH, Instant.now().minus(365, ChronoUnit.DAYS))) {
            ann.sends(conversation, Ids.at(past), "long ago").expect(201);
        }
    }

    /** Sends times around the limit and far from it; both outcomes must occur, each where it is due. */
    private static void probe(Function<Instant, Answer> request, String acceptedAt) {
        List<Integer> statuses = new ArrayList<>();
        for (long millisFromLimit : new long[] {-30_000, -1000, -1, 0, 1, 1000, 30_000, 3_600_000}) {
            Instant time =
                    Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(SKEW).plusMillis(millisFromLimit);
            Answer answer = request.apply(time);
            boolean refused = answer.status() == ProblemType.CLOCK_SKEW.status();
            Instant decided = Instant.parse(answer.text(refused ? "/serverTime" : acceptedAt));
            (refused ? answer.expect(ProblemType.CLOCK_SKEW) : answer.expect(201)).json();
            assertThat(time.isAfter(decided.plus(SKEW))).as(answer.toString()).isEqualTo(refused);
            statuses.add(answer.status());
        }
        assertThat(statuses).startsWith(201).endsWith(422);
    }
}
