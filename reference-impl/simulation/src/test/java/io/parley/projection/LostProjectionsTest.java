package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.erasure.ErasureProjection;
import io.parley.evidence.Verifies;
import io.parley.inbox.Inbox;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Buckets;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.EntryReads;
import io.parley.log.GroupChange;
import io.parley.log.LogCatalogue;
import io.parley.log.LogRuntime;
import io.parley.log.MessageChange;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.receipt.Mark;
import io.parley.receipt.ReceiptComponent;
import io.parley.receipt.ReceiptStore;
import io.parley.receipt.Receipts;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What drawing projections again brings back, of which no node had kept anything up. Ann owns the group, Ben reads in it, Cem
 * comes later.
 */
@Verifies({"MSG-10", "MSG-14"})
class LostProjectionsTest {

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);

    /** Rows and marks are kept here, and lost with it. */
    private final Stores others = SmallLog.cluster(scheduler, chance).connect(node);

    private final LogRuntime runtime = new LogRuntime(
            node.executor(), node.timer(), node.clock(), chance.split().generator());
    private final ConversationLog log = new ConversationLog(stores.log(), SmallLog.SETTINGS, runtime, committed -> {});
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final UserId cem = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));

    @BeforeEach
    void aGroupWithTwoMessages() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.MEMBER));
        Content created = new Content.Created(ConversationType.GROUP, "Friends", members);
        append(new Command(EntryId.ofConversation(conversation), ann, created, null));
        say(new Content.Text("one"));
        say(new Content.Text("two"));
    }

    @Test
    void erasesWhatWasDeletedAndItsEdits() {
        say(new MessageChange.Edit(new Seq(2), "better"));
        say(new MessageChange.Deletion(new Seq(2)));

        rebuild(stores.inbox(), stores.receipts(), "erasure");

        List<Entry> entries = await(log.entries(conversation, Seq.FIRST, new Seq(5)));
        assertThat(entries.stream().map(entry -> entry.body() == null))
                .containsExactly(false, true, false, true, false);
    }

    @Test
    void givesALostInboxItsReadMarksBack() {
        reports(ben, 2);
        say(new Content.Text("three"));

        rebuild(others.inbox(), stores.receipts(), "inbox");

        assertThat(row(others.inbox(), ben).unreadCount()).isEqualTo(2);
        assertThat(row(others.inbox(), ann).unreadCount()).isZero();
    }

    @Test
    void drawsTheMarksOfAuthorsAndNewcomersWhenMarksWereLost() {
        reports(ben, 3);
        say(new GroupChange.Membership(new TreeMap<>(Map.of(cem, Role.MEMBER)), new TreeSet<>()));
        say(new MessageChange.Reaction(new Seq(2), "👍", true));

        rebuild(stores.inbox(), others.receipts(), "receipt");

        assertThat(marks(others.receipts())).isEqualTo(Map.of(ann, mark(3, 2), ben, Mark.NONE, cem, mark(4, 2)));
    }

    @Test
    void changesNothingWhereNothingIsMissing() {
        reports(ben, 3);
        rebuild(stores.inbox(), stores.receipts(), "inbox", "receipt", "erasure");
        InboxRow row = row(stores.inbox(), ben);
        Map<UserId, Mark> marks = marks(stores.receipts());

        rebuild(stores.inbox(), stores.receipts(), "inbox", "receipt", "erasure");

        assertThat(row(stores.inbox(), ben)).isEqualTo(row);
        assertThat(row.unreadCount()).isZero();
        assertThat(marks(stores.receipts())).isEqualTo(marks).containsEntry(ben, mark(3, 2));
    }

    @Test
    void drawsTheSameInboxInManyStepsAndWritesItsRowsOnce() {
        say(new MessageChange.Reaction(new Seq(2), "👍", true));
        say(new GroupChange.Membership(new TreeMap<>(Map.of(cem, Role.MEMBER)), new TreeSet<>()));
        for (int i = 0; i < SmallLog.PROJECTIONS.steps().stepEntries(); i++) {
            say(new GroupChange.Rename("Friends " + i));
        }
        AtomicInteger written = new AtomicInteger();

        rebuild(counting(others.inbox(), written), stores.receipts(), "inbox");

        assertThat(written).hasValue(3);
        assertThat(row(others.inbox(), ben).lastMessage().orElseThrow().text()).isEqualTo("two");
        assertThat(List.of(ann, ben, cem).stream()
                        .map(user -> row(others.inbox(), user).unreadCount()))
                .containsExactly(0L, 2L, 0L);
    }

    @Test
    void showsNothingOfWhatWasDeletedOrOfWhoLeftInALaterStep() {
        say(new GroupChange.Membership(new TreeMap<>(Map.of(cem, Role.MEMBER)), new TreeSet<>()));
        say(new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(ben))));
        say(new GroupChange.Rename("Others"));
        say(new MessageChange.Deletion(new Seq(3)));
        say(new GroupChange.Rename("Still others"));

        rebuild(others.inbox(), stores.receipts(), "inbox");

        assertThat(await(others.inbox().rows(ben))).isEmpty();
        assertThat(row(others.inbox(), cem).lastMessage().orElseThrow())
                .matches(InboxRow.LastMessage::isErased)
                .matches(message -> message.seq().equals(new Seq(3)));
    }

    /** Counts the rows that are written. */
    private static InboxStore counting(InboxStore store, AtomicInteger written) {
        return (InboxStore) Proxy.newProxyInstance(
                InboxStore.class.getClassLoader(), new Class<?>[] {InboxStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        written.addAndGet(((Map<?, ?>) arguments[0]).size());
                    }
                    return method.invoke(store, arguments);
                });
    }

    private static Mark mark(long seq, long ordinal) {
        return new Mark(new Seq(seq), new Seq(seq), ordinal);
    }

    private void rebuild(InboxStore rows, ReceiptStore marks, String... names) {
        Inbox inbox = new Inbox(rows, 100, 1, Duration.ofSeconds(1), node.executor(), node.clock());
        Buckets buckets = new Buckets(SmallLog.SETTINGS.bucketEntries());
        List<Projection> projections = List.of(
                inbox.projection(),
                new ReceiptComponent(marks, inbox, 100, node.executor()).projection(),
                new ErasureProjection(
                        stores.log(),
                        new EntryReads(stores.log(), SmallLog.SETTINGS, runtime),
                        buckets,
                        SmallLog.SETTINGS.editEntriesMax(),
                        node.executor()));
        Rebuild.Progress done = await(new Rebuild(
                        log,
                        new OnePart(),
                        projections,
                        stores.watermarks(),
                        SmallLog.PROJECTIONS,
                        new ProjectionRuntime(runtime, node::nanos))
                .run(Set.of(names), progress -> {}));
        assertThat(done.conversations()).isEqualTo(1);
    }

    private final class OnePart implements LogCatalogue {

        @Override
        public int parts() {
            return 1;
        }

        @Override
        public CompletionStage<List<ConversationId>> conversations(int part) {
            return CompletableFuture.completedFuture(List.of(conversation));
        }
    }

    private InboxRow row(InboxStore rows, UserId user) {
        return await(rows.rows(user)).get(0).row();
    }

    private Map<UserId, Mark> marks(ReceiptStore marks) {
        return await(receipts(marks).marks(conversation, await(log.state(conversation))))
                .byMember();
    }

    private void reports(UserId user, long seq) {
        await(receipts(stores.receipts())
                .report(
                        conversation,
                        await(log.state(conversation)),
                        user,
                        new DeviceId(new UUID(1, 1)),
                        new Seq(seq),
                        new Seq(seq)));
    }

    private Receipts receipts(ReceiptStore marks) {
        Inbox inbox = new Inbox(stores.inbox(), 100, 1, Duration.ofSeconds(1), node.executor(), node.clock());
        return new ReceiptComponent(marks, inbox, 100, node.executor())
                .on(log, runtime, Duration.ofSeconds(1), moved -> {});
    }

    private void say(Content content) {
        append(new Command(new EntryId(chance.uuid7(scheduler.now().toEpochMilli())), ann, content, null));
    }

    private void append(Command command) {
        assertThat(await(log.append(conversation, command))).isInstanceOf(Outcome.Appended.class);
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }
}
