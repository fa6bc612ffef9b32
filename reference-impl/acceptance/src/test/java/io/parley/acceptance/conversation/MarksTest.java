package io.parley.acceptance.conversation;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Forms.Mark;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code /conversations/{id}/marks}: how far each member is, told by their devices. */
@Verifies("MSG-10")
class MarksTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final Person bobsPhone = bob.onAnotherDevice();
    private final String conversation = ann.talksTo(bob).id();

    @Test
    void tellWhetherAMessageWasDeliveredAndRead() {
        ann.says(conversation, "hello");
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(0, 0));

        bob.marks(conversation, Map.of("delivered", 2)).expect(204);
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(2, 0));
        assertThat(ann.seesMarks(conversation).all()).isEqualTo(new Mark(2, 0));

        bob.reads(conversation, 2);
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(2, 2));
        assertThat(ann.seesMarks(conversation).all()).isEqualTo(new Mark(2, 2));
        assertThat(bob.seesMarks(conversation)).isEqualTo(ann.seesMarks(conversation));
    }

    @Test
    void countWhatWasReadAsDelivered() {
        ann.says(conversation, "one");
        ann.says(conversation, "two");

        bob.marks(conversation, Map.of("delivered", 2, "read", 3)).expect(204);

        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(3, 3));
    }

    @Test
    void neverGoBackAndAreTheHighestOfTheDevices() {
        for (int i = 0; i < 5; i++) {
            ann.says(conversation, "message " + i);
        }
        bob.reads(conversation, 5);
        bob.reads(conversation, 3);
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(5, 5));

        bobsPhone.reads(conversation, 2);
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(5, 5));

        bobsPhone.marks(conversation, Map.of("delivered", 6)).expect(204);
        bob.reads(conversation, 5);
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(6, 5));
    }

    @Test
    void moveWithWhatSomebodySends() {
        ann.says(conversation, "hello");
        bob.says(conversation, "hello yourself");

        assertThat(ann.seesMarks(conversation).of(ann)).isEqualTo(new Mark(2, 2));
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(3, 3));
    }

    @Test
    @Verifies({"MSG-10", "API-2"})
    void areRefusedAboveTheHead() {
        ann.says(conversation, "hello");
        bob.marks(conversation, Map.of("delivered", 3)).expect(ProblemType.ABOVE_HEAD);
        bob.marks(conversation, Map.of("read", (1L << 53) - 1)).expect(ProblemType.ABOVE_HEAD);
        bob.marks(conversation, Map.of("delivered", 2, "read", 3)).expect(ProblemType.ABOVE_HEAD);

        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(0, 0));
    }

    @Test
    @Verifies("API-2")
    void areWholeNumbersFromOne() {
        for (Object wrong : List.of(0, -1, 1.5, "2", true, 1e300, List.of(2))) {
            bob.marks(conversation, Map.of("delivered", wrong)).expect(ProblemType.INVALID_FIELD);
            bob.marks(conversation, Map.of("delivered", 1, "read", wrong)).expect(ProblemType.INVALID_FIELD);
        }
        bob.marks(conversation, Map.of()).expect(ProblemType.INVALID_FIELD);
    }

    @Test
    @Verifies({"MSG-10", "QG-7"})
    void areOnesOwnOnly() {
        ann.says(conversation, "hello");
        Person eve = Person.registered();

        bob.marks(conversation, Map.of("read", 1, "user", ann.id(), "device", ann.deviceId()))
                .expect(204);
        eve.marks(conversation, Map.of("read", 2)).expect(ProblemType.NOT_FOUND);
        eve.marks(conversation, Map.of("read", 99)).expect(ProblemType.NOT_FOUND);
        eve.api().get("/conversations/" + conversation + "/marks").expect(ProblemType.NOT_FOUND);

        assertThat(ann.seesMarks(conversation).marks()).hasSize(2);
        assertThat(ann.seesMarks(conversation).of(ann)).isEqualTo(new Mark(2, 2));
        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(new Mark(1, 1));
    }

    @Test
    @Verifies({"MSG-10", "MSG-14"})
    void letWhatIsUnreadGoDownOnEveryDevice() {
        for (int i = 0; i < 4; i++) {
            ann.says(conversation, "message " + i);
        }
        assertThat(unread(bob)).isEqualTo(4);
        assertThat(unread(bobsPhone)).isEqualTo(4);

        bob.marks(conversation, Map.of("delivered", 5)).expect(204);
        assertThat(unread(bob)).isEqualTo(4);

        bobsPhone.reads(conversation, 3);
        assertThat(unread(bob)).isEqualTo(2);

        bob.reads(conversation, 2);
        assertThat(unread(bobsPhone)).isEqualTo(2);

        bob.reads(conversation, 5);
        assertThat(unread(bob)).isZero();
        assertThat(unread(bobsPhone)).isZero();
        assertThat(unread(ann)).isZero();

        ann.says(conversation, "one more");
        assertThat(unread(bob)).isEqualTo(1);
    }

    private long unread(Person reader) {
        Conversation line = reader.lists("").conversations().stream()
                .filter(listed -> listed.id().equals(conversation))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(line.unreadCount());
    }

    @Test
    void areNamedInLargeGroupsWhenSomebodyAsks() throws Exception {
        String group = aLargeGroup();
        bob.reads(group, 1);

        assertThat(ann.seesMarks(group).of(bob)).isEqualTo(new Mark(1, 1));
        assertThat(ann.seesMarks(group).all()).isEqualTo(new Mark(0, 0));
        assertThat(ann.seesMarks(group).marks())
                .hasSize(Limits.packaged().receipt().namedMembersMax() + 2);
    }

    /** Of so many, nobody is told how far each of the others is: that would cost the square of their number. */
    @Test
    void arePushedToOnesOwnDevicesInLargeGroups() throws Exception {
        String group = aLargeGroup();
        try (LiveSocket anns = LiveSocket.of(ann);
                LiveSocket phone = LiveSocket.of(bobsPhone)) {
            bob.reads(group, 1);

            JsonNode moved = phone.await(ofType("marks"));
            assertThat(moved.get("conversationId").asString()).isEqualTo(group);
            assertThat(moved.at("/marks/0/user").asString()).isEqualTo(bob.id());
            assertThat(moved.at("/marks/0/read").asLong()).isEqualTo(1);
            anns.ping();
            assertThat(anns.frames().stream().filter(ofType("marks")).map(frame -> frame.get("marks")
                            .size()))
                    .allMatch(named -> named == 0);
        }
    }

    private String aLargeGroup() throws Exception {
        List<String> others = Crowd.of(Limits.packaged().receipt().namedMembersMax());
        Map<String, Object> body = new HashMap<>(Map.of("type", "group"));
        body.put("members", Stream.concat(Stream.of(bob.id()), others.stream()).toList());
        return ann.api().post("/conversations", body).expect(201).text("/id");
    }
}
