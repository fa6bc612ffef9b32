package io.parley.acceptance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Json;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which bodies {@code POST /conversations} refuses; every limit just below, at and above. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"MSG-2", "API-2"})
class CreationLimitsTest {

    private static final int OTHERS_MAX = Limits.packaged().conversation().membersMax() - 1;
    private static final int OTHERS_MIN = Limits.packaged().conversation().groupOthersMin();
    private static final int TITLE_MAX = Limits.packaged().conversation().titleCharsMax();

    private final Person ann = Person.registered();
    private final List<String> crowd;

    CreationLimitsTest() throws SQLException {
        crowd = Crowd.of(OTHERS_MAX + 1);
    }

    @Test
    void takesAGroupOfAsManyMembersAsAllowed() {
        for (int others : new int[] {OTHERS_MIN, OTHERS_MIN + 1, OTHERS_MAX - 1, OTHERS_MAX}) {
            assertThat(group(crowd.subList(0, others))
                            .expect(201, Conversation.class)
                            .memberCount())
                    .isEqualTo(others + 1);
        }
        group(crowd.subList(0, OTHERS_MIN - 1)).expectInvalid("members");
        group(crowd.subList(0, OTHERS_MAX + 1)).expectInvalid("members");
        group(List.of()).expectInvalid("members");
    }

    @Test
    @Verifies({"MSG-1", "API-2"})
    void takesADirectConversationWithOneOtherUser() {
        direct(List.of()).expectInvalid("members");
        direct(crowd.subList(0, 2)).expectInvalid("members");
        direct(crowd.subList(0, 1)).expect(201);
    }

    @Test
    void refusesOneselfAndUsersWhoAreNamedTwiceOrUnknown() {
        String unknown = UUID.randomUUID().toString();
        for (List<String> others : List.of(
                List.of(ann.id(), crowd.get(0), crowd.get(1)),
                List.of(crowd.get(0), crowd.get(1), crowd.get(0)),
                List.of(crowd.get(0), crowd.get(1), unknown))) {
            group(others).expectInvalid("members");
        }
        direct(List.of(ann.id())).expectInvalid("members");
        direct(List.of(unknown)).expectInvalid("members");
    }

    @Test
    void refusesMembersThatAreNoListOfIds() {
        for (Object members : new Object[] {
            "x",
            1,
            Map.of(),
            List.of(1, 2),
            List.of("x", "y"),
            List.of(List.of(crowd.get(0)), List.of(crowd.get(1))),
            List.of(crowd.get(0).toUpperCase(Locale.ROOT), crowd.get(1))
        }) {
            create(Map.of("type", "group", "members", members)).expectInvalid("members");
        }
        create(Map.of("type", "group")).expectInvalid("members");
    }

    @Test
    void refusesAnUnknownType() {
        List<String> others = crowd.subList(0, 2);
        create(Map.of("type", "channel", "members", others)).expectInvalid("type");
        create(Map.of("type", 1, "members", others)).expectInvalid("type");
        create(Map.of("type", "GROUP", "members", others)).expectInvalid("type");
        create(Map.of("members", others)).expectInvalid("type");
    }

    @Test
    void countsATitleInCharacters() {
        String face = "\ud83d\ude42";
        for (String title : List.of("x", "x".repeat(TITLE_MAX - 1), "é".repeat(TITLE_MAX), face.repeat(TITLE_MAX))) {
            Conversation group = titled(title).expect(201, Conversation.class);
            assertThat(group.title()).isEqualTo(title);
            assertThat(ann.looksAt(group.id()).title()).isEqualTo(title);
        }
        for (Object title : List.of("", " \n", "x".repeat(TITLE_MAX + 1), face.repeat(TITLE_MAX + 1), 5)) {
            titled(title).expectInvalid("title");
        }
        String loneSurrogate = Json.text(group("lone", crowd.subList(0, 2))).replace("lone", "\\ud83d");
        ann.api().post("/conversations", loneSurrogate).expectInvalid("title");
    }

    @Test
    void takesAnIdThatIsALowerCaseUuidOfVersion7() {
        for (Object id : List.of(
                "x", 1, "", UUID.randomUUID().toString(), Ids.next().toUpperCase(Locale.ROOT), Ids.next() + "0")) {
            create(Map.of("id", id, "type", "group", "members", crowd.subList(0, 2)))
                    .expectInvalid("id");
        }
    }

    @Test
    void ignoresMembersOfTheBodyThatItDoesNotKnow() {
        List<Object> unknown = new ArrayList<>(List.of(1, "x"));
        create(Map.of("type", "group", "members", crowd.subList(0, 2), "color", unknown, "role", "owner"))
                .expect(201);
    }

    private Answer titled(Object title) {
        return create(group(title, crowd.subList(0, 2)));
    }

    private static Map<String, Object> group(Object title, List<String> others) {
        return Map.of("type", "group", "members", others, "title", title);
    }

    private Answer group(List<String> others) {
        return create(Map.of("type", "group", "members", others));
    }

    private Answer direct(List<String> others) {
        return create(Map.of("type", "direct", "members", others));
    }

    private Answer create(Map<String, ?> body) {
        return ann.api().post("/conversations", body);
    }
}
