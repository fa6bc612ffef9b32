package io.parley.acceptance.delivery;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Forms.Mark;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** {@code mark} and {@code marks}: what devices tell, and what all of them are told of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies("MSG-10")
class MarkFrameTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final LiveSocket anns = LiveSocket.of(ann);
    private final LiveSocket annsPhone = LiveSocket.of(ann.onAnotherDevice());
    private final LiveSocket bobs = LiveSocket.of(bob);
    private final LiveSocket bobsPhone = LiveSocket.of(bob.onAnotherDevice());

    @AfterAll
    void close() {
        List.of(anns, annsPhone, bobs, bobsPhone).forEach(LiveSocket::close);
    }

    @Test
    void reachesEveryDeviceOfEveryMember() {
        String group = ann.gathers(bob, Person.registered()).id();
        ann.says(group, "hello");

        bobs.mark(group, Map.of("delivered", 2, "read", 1));

        for (LiveSocket device : List.of(anns, annsPhone, bobs, bobsPhone)) {
            JsonNode marks = device.await(marksOf(group));
            assertThat(marks.get("marks")).hasSize(1);
            assertThat(marks.at("/marks/0/user").asString()).isEqualTo(bob.id());
            assertThat(marks.at("/marks/0/delivered").asLong()).isEqualTo(2);
            assertThat(marks.at("/marks/0/read").asLong()).isEqualTo(1);
            assertThat(marks.at("/all/read").asLong()).isZero();
        }
        assertThat(ann.seesMarks(group).of(bob)).isEqualTo(new Mark(2, 1));
    }

    @Test
    void isNotPushedWhenNothingMoves() {
        String group = ann.gathers(bob, Person.registered()).id();
        ann.says(group, "hello");
        bob.reads(group, 2);
        anns.await(marksOf(group));
        int before = anns.received();

        bobs.mark(group, Map.of("read", 1));
        bobsPhone.mark(group, Map.of("read", 2));
        bobs.ping();
        bobsPhone.ping();
        bob.marks(group, Map.of("delivered", 1)).expect(204);
        ann.seesMarks(group);
        anns.ping();

        assertThat(anns.frames().subList(before, anns.received())).noneMatch(marksOf(group));
    }

    /** A device's word about itself: it hides nothing from the device, and nothing from anybody else. */
    @Test
    @Verifies({"MSG-10", "MSG-17"})
    void isTakenUpToTheHeadForWhatTheDeviceNeverGot() {
        String group = ann.gathers(bob, Person.registered()).id();
        ann.says(group, "hello");
        String last = ann.says(group, "is anybody there?").id();
        try (LiveSocket late = LiveSocket.of(bob.onAnotherDevice())) {
            late.mark(group, Map.of("delivered", 4, "read", 4));
            refused(late, group, ProblemType.ABOVE_HEAD);
            late.mark(group, Map.of("delivered", 3, "read", 3));
            anns.await(marksOf(group));

            assertThat(ann.seesMarks(group).of(bob)).isEqualTo(new Mark(3, 3));
            late.send(Map.of("type", "resume"));
            assertThat(late.await(ofType("heads")).at("/heads/" + group).asLong())
                    .isEqualTo(3);
            assertThat(late.frames()).noneMatch(ofType("entry"));
        }
        assertThat(bob.readsEntries(group, "?after=0").entries())
                .hasSize(3)
                .last()
                .satisfies(entry -> assertThat(entry.get("id").asString()).isEqualTo(last));
        bobs.awaitEntry(last);
    }

    /** However fast somebody reads: one frame at once, and one in each interval. */
    @Test
    void isPushedOnceInAnInterval() {
        String group = ann.gathers(bob, Person.registered()).id();
        int messages = 40;
        for (int i = 0; i < messages; i++) {
            ann.says(group, "message " + i);
        }
        long begun = System.nanoTime();
        for (long seq = 2; seq <= messages + 1; seq++) {
            bobs.mark(group, Map.of("delivered", seq));
            bobs.mark(group, Map.of("read", seq));
        }
        anns.await(marksOf(group).and(frame -> frame.at("/marks/0/read").asLong() == messages + 1));

        long intervals = Duration.ofNanos(System.nanoTime() - begun)
                .dividedBy(Limits.packaged().receipt().coalesce());
        assertThat(anns.frames().stream().filter(marksOf(group)).count()).isBetween(1L, intervals + 2);
        assertThat(ann.seesMarks(group).of(bob)).isEqualTo(new Mark(messages + 1, messages + 1));
    }

    @Test
    @Verifies({"MSG-10", "API-2"})
    void isRefusedWithAProblemThatNamesTheConversation() {
        String group = ann.gathers(bob, Person.registered()).id();
        bobs.mark(group, Map.of("read", 99));
        refused(bobs, group, ProblemType.ABOVE_HEAD);

        bobs.send(malformed(group, "0"));
        assertThat(refused(bobs, group, ProblemType.INVALID_FIELD)
                        .at("/problem/errors/0/name")
                        .asString())
                .isEqualTo("read");

        bobs.send("{\"type\":\"mark\",\"conversationId\":\"" + group + "\"}");
        refused(bobs, group, ProblemType.INVALID_FIELD);
        assertThat(bob.seesMarks(group).of(bob)).isEqualTo(new Mark(0, 0));
    }

    @Test
    @Verifies({"MSG-10", "QG-7"})
    void tellsStrangersNothing() {
        String direct = ann.talksTo(bob).id();
        Person eve = Person.registered();
        try (LiveSocket eves = LiveSocket.of(eve)) {
            for (String conversation : List.of(direct, UUID.randomUUID().toString())) {
                for (String read : List.of("1", "99", "\"x\"")) {
                    int before = eves.received();
                    eves.send(malformed(conversation, read));
                    JsonNode refused = eves.await(before, ofType("problem"));
                    assertThat(refused.get("conversationId").asString()).isEqualTo(conversation);
                    assertThat(refused.at("/problem/type").asString()).isEqualTo(ProblemType.NOT_FOUND.urn());
                }
            }
            bob.reads(direct, 1);
            bobs.await(marksOf(direct));
            eves.ping();
            assertThat(eves.frames()).noneMatch(ofType("marks"));
        }
    }

    /** Or not: the text is sent as it is. */
    private static String malformed(String conversation, String read) {
        return "{\"type\":\"mark\",\"conversationId\":\"" + conversation + "\",\"read\":" + read + "}";
    }

    private static JsonNode refused(LiveSocket socket, String conversation, ProblemType type) {
        JsonNode refused = socket.await(ofType("problem")
                .and(frame -> frame.at("/problem/type").asString().equals(type.urn())));
        assertThat(refused.get("conversationId").asString()).isEqualTo(conversation);
        return refused;
    }

    private static Predicate<JsonNode> marksOf(String conversation) {
        return ofType("marks")
                .and(frame -> frame.get("conversationId").asString().equals(conversation));
    }
}
