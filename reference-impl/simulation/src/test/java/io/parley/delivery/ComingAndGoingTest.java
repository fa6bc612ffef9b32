package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import io.parley.log.Content;
import io.parley.log.ConversationType;
import io.parley.log.GroupChange;
import io.parley.log.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a socket is told of a group whose members change. Ann owns it, Ben is in it, Cem is not. */
@Verifies({"MSG-2", "MSG-3"})
class ComingAndGoingTest {

    private final PushedConversation conversation = new PushedConversation(new NobodyKnown());
    private final UserId ann = conversation.aUser();
    private final UserId ben = conversation.aUser();
    private final UserId cem = conversation.aUser();
    private final List<String> toBen = conversation.listenAs(ben);
    private final List<String> toCem = conversation.listenAs(cem);

    @BeforeEach
    void aGroupOfTwo() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.MEMBER));
        conversation.begin(ConversationType.GROUP, "Friends", ann, members);
        toBen.clear();
    }

    private void say(Content content) {
        conversation.say(ann, content);
    }

    private static Content removalOf(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(user)));
    }

    private static Content additionOf(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(Map.of(user, Role.MEMBER)), new TreeSet<>());
    }

    @Test
    void tellsWhoWasAddedOfTheConversationAndThenOfTheEntry() {
        say(additionOf(cem));

        assertThat(toCem).hasSize(2);
        assertThat(toCem.get(0)).startsWith("{\"type\":\"conversation\"").contains("\"memberCount\":3");
        assertThat(toCem.get(1)).startsWith("{\"type\":\"entry\"").contains("\"kind\":\"membership\"");
        assertThat(toBen).isEqualTo(toCem);
    }

    @Test
    void tellsWhoWasRemovedTheHeadAndNothingMore() {
        say(removalOf(ben));
        say(new Content.Text("without him"));

        assertThat(toBen).containsExactly("{\"type\":\"heads\",\"heads\":{\"" + conversation.id() + "\":2}}");
    }

    @Test
    void tellsWhoWasAddedAgainOfWhatFollows() {
        say(removalOf(ben));
        say(additionOf(ben));
        say(new Content.Text("welcome back"));

        assertThat(toBen).hasSize(4);
        assertThat(toBen.get(1)).startsWith("{\"type\":\"conversation\"");
        assertThat(toBen.get(3)).contains("welcome back");
    }

    @Test
    void tellsMembersOfAnotherTitleAndRoleBeforeTheEntry() {
        say(new GroupChange.Rename("Others"));
        say(new GroupChange.NewRole(ben, Role.OWNER));

        assertThat(toBen).hasSize(4);
        assertThat(toBen.get(0)).startsWith("{\"type\":\"conversation\"").contains("Others");
        assertThat(toBen.get(2)).startsWith("{\"type\":\"conversation\"");
    }
}
