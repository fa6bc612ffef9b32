package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.inbox.Conversations.Change;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Content;
import io.parley.log.GroupChange;
import io.parley.log.MessageChange;
import io.parley.log.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a changed group shows in lists, before its rows are written and after. Ann owns it, Ben is in it, Cem is not. */
@Verifies({"MSG-2", "MSG-14"})
class ChangedGroupsTest {

    /** When the list is read. */
    enum When {
        /** The change lies over what is stored. */
        BEFORE_THE_ROWS_ARE_WRITTEN,
        /** It is stored. */
        AFTER
    }

    private final Conversations conversations = new Conversations();
    private final Inbox inbox = new Inbox(
            conversations.inboxes(),
            100,
            1,
            Duration.ofSeconds(1),
            conversations.node().executor(),
            conversations.node().clock());
    private final UserId ann = conversations.user();
    private final UserId ben = conversations.user();
    private final UserId cem = conversations.user();
    private final ConversationId conversation = conversations.id();

    @BeforeEach
    void aGroupWithAMessage() {
        var unused = conversations.group(conversation, ann, Map.of(ann, Role.OWNER, ben, Role.MEMBER));
        say(When.AFTER, new Content.Text("a secret"));
    }

    private void say(When when, Content content) {
        Change change = conversations.add(conversation, ann, content);
        inbox.projection().expect(conversation, change.entries(), change.state());
        if (when == When.AFTER) {
            conversations.await(change.applyTo(inbox.projection()));
            inbox.projection().reached(conversation, change.state().head());
        }
    }

    private Optional<InboxRow> listedTo(UserId user) {
        Collection<InboxRow> rows = conversations.await(inbox.rows(user));
        assertThat(conversations.await(inbox.heads(user, Optional.empty())).changed())
                .hasSize(rows.size());
        return rows.stream().findFirst();
    }

    private static Content removalOf(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(user)));
    }

    private static Content additionOf(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(Map.of(user, Role.MEMBER)), new TreeSet<>());
    }

    @ParameterizedTest
    @EnumSource
    void isGoneForWhoWasRemoved(When when) {
        say(when, removalOf(ben));

        assertThat(listedTo(ben)).isEmpty();
        assertThat(listedTo(ann).orElseThrow().head().memberCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void comesBackForWhoIsAddedAgainWithNothingUnread(When when) {
        say(when, removalOf(ben));
        say(when, additionOf(ben));

        InboxRow row = listedTo(ben).orElseThrow();
        assertThat(row.head().seq()).isEqualTo(new Seq(4));
        assertThat(row.unreadCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void countsAsUnreadWhatCameAfterSomebodyWasAdded(When when) {
        say(when, additionOf(cem));
        say(when, new Content.Text("welcome"));

        assertThat(listedTo(cem).orElseThrow().unreadCount()).isEqualTo(1);
        assertThat(listedTo(ben).orElseThrow().unreadCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void showsTheOtherTitleAndRole(When when) {
        say(when, new GroupChange.Rename("Others"));
        say(when, new GroupChange.NewRole(ben, Role.OWNER));

        InboxRow row = listedTo(ben).orElseThrow();
        assertThat(row.head().title()).contains("Others");
        assertThat(row.head().role()).isEqualTo(Role.OWNER);
        assertThat(row.unreadCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    @Verifies({"MSG-14", "MSG-15"})
    void showsNothingOfADeletedLastMessage(When when) {
        say(when, new MessageChange.Deletion(new Seq(2)));

        InboxRow.LastMessage last = listedTo(ben).orElseThrow().lastMessage().orElseThrow();
        assertThat(last.seq()).isEqualTo(new Seq(2));
        assertThat(last.isErased()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @Verifies({"MSG-14", "MSG-15"})
    void showsTheLastMessageWhenAnEarlierOneIsDeleted(When when) {
        say(when, new Content.Text("harmless"));
        say(when, new MessageChange.Deletion(new Seq(2)));

        assertThat(listedTo(ben).orElseThrow().lastMessage().orElseThrow().text())
                .isEqualTo("harmless");
    }
}
