package io.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.ConversationType;
import io.parley.problem.JsonFields;
import io.parley.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Verifies({"MSG-1", "MSG-2", "API-2"})
class NewConversationTest {

    private static final Limits LIMITS = Limits.packaged();
    private static final UserId CREATOR = aUser();

    private static UserId aUser() {
        return new UserId(UuidCreator.getTimeOrderedEpoch());
    }

    private static List<UserId> users(int count) {
        return Stream.generate(NewConversationTest::aUser).limit(count).toList();
    }

    private static NewConversation read(String type, List<UserId> members, String more) {
        String ids = members.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return NewConversation.read(
                JsonFields.parse("{\"type\":\"" + type + "\",\"members\":[" + ids + "]" + more + "}"), CREATOR, LIMITS);
    }

    @Test
    void takesExactlyOneOtherForADirectConversation() {
        assertThat(read("direct", users(1), "").type()).isEqualTo(ConversationType.DIRECT);
        assertInvalid("direct", users(0), "");
        assertInvalid("direct", users(2), "");
    }

    @Test
    void takesOthersForAGroupWithinTheLimits() {
        int min = LIMITS.conversation().groupOthersMin();
        int max = LIMITS.conversation().membersMax() - 1;
        assertInvalid("group", users(min - 1), "");
        assertThat(read("group", users(min), "").others()).hasSize(min);
        assertThat(read("group", users(max), "").others()).hasSize(max);
        assertInvalid("group", users(max + 1), "");
    }

    @Test
    void refusesTheCreatorAndRepeatedUsers() {
        UserId other = aUser();
        assertInvalid("direct", List.of(CREATOR), "");
        assertInvalid("group", List.of(CREATOR, other), "");
        assertInvalid("group", List.of(other, other), "");
    }

    @Test
    void boundsTheTitle() {
        String longest = "x".repeat(LIMITS.conversation().titleCharsMax());
        assertThat(read("group", users(2), ",\"title\":\"" + longest + "\"").title())
                .isEqualTo(longest);
        assertThat(read("group", users(2), ",\"title\":null").title()).isNull();
        assertInvalid("group", users(2), ",\"title\":\"x" + longest + "\"");
        assertInvalid("group", users(2), ",\"title\":\" \"");
        assertInvalid("group", users(2), ",\"title\":7");
    }

    @Test
    void refusesOtherTypesAndIds() {
        assertInvalid("channel", users(2), "");
        assertInvalid("group", users(2), ",\"id\":\"1\"");
    }

    private static void assertInvalid(String type, List<UserId> members, String more) {
        assertThatThrownBy(() -> read(type, members, more))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type().id()).isEqualTo("invalid-field"));
    }
}
