package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import io.parley.log.LogRuntime;
import io.parley.log.MessageChange;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
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

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final Inbox inbox = new Inbox(stores.inbox(), 100, 1, Duration.ofSeconds(1), node.executor(), node.clock());
    private final ConversationLog log = new ConversationLog(
            stores.log(),
            SmallLog.SETTINGS,
            new LogRuntime(
                    node.executor(), node.timer(), node.clock(), chance.split().generator()),
            committed -> {});
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final UserId cem = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));

    @BeforeEach
    void aGroupWithAMessage() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.MEMBER));
        Content created = new Content.Created(ConversationType.GROUP, "Friends", members);
        append(EntryId.ofConversation(conversation), created);
        say(When.AFTER, new Content.Text("a secret"));
    }

    private void say(When when, Content content) {
        append(new EntryId(chance.uuid7(scheduler.now().toEpochMilli())), content);
        ConversationState state = await(log.state(conversation));
        List<Entry> last = await(log.entries(conversation, state.head(), state.head()));
        inbox.projection().expect(conversation, last, state);
        if (when == When.AFTER) {
            await(inbox.projection().apply(conversation, last, state));
            inbox.projection().reached(conversation, state.head());
        }
    }

    private void append(EntryId id, Content content) {
        assertThat(await(log.append(conversation, new Command(id, ann, content, null))))
                .isInstanceOf(Outcome.Appended.class);
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }

    private Optional<InboxRow> listedTo(UserId user) {
        Collection<InboxRow> rows = await(inbox.rows(user));
        assertThat(await(inbox.heads(user, Optional.empty())).changed()).hasSize(rows.size());
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
