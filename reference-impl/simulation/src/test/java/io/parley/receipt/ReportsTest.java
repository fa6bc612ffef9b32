package io.parley.receipt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.inbox.Inbox;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
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
import io.parley.log.Role;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.StoreWeather;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order in which reports are written and told, on the simulated stores and in their time. */
@Verifies("MSG-10")
class ReportsTest {

    private static final Duration COALESCE = Duration.ofSeconds(1);

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final LogRuntime runtime = new LogRuntime(
            node.executor(), node.timer(), node.clock(), chance.split().generator());
    private final ConversationLog log = new ConversationLog(stores.log(), SmallLog.SETTINGS, runtime, committed -> {});

    /** What was written and told, in order. */
    private final List<String> happened = new ArrayList<>();

    private final List<MarksMoved> told = new ArrayList<>();
    private final Inbox inbox = new Inbox(new Observed(), 10, 1, Duration.ofSeconds(1), node.executor(), node.clock());
    private final KnownMarks known = new KnownMarks(new Marks(), 1_000, node.executor());
    private final Receipts receipts = new Receipts(log, new Marks(), known, inbox, runtime, COALESCE, moved -> {
        happened.add("told");
        told.add(moved);
    });
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final DeviceId laptop = new DeviceId(UUID.randomUUID());
    private final DeviceId phone = new DeviceId(UUID.randomUUID());
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));
    private @Nullable ConversationState head;
    private boolean fails;
    private boolean readsThrow;

    @BeforeEach
    void aConversationOfTenMessages() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.MEMBER));
        append(EntryId.ofConversation(conversation), new Content.Created(ConversationType.GROUP, "Friends", members));
        for (int i = 0; i < 10; i++) {
            append(newId(), new Content.Text("message " + i));
        }
        head = await(log.state(conversation));
    }

    @Test
    void areWrittenToInboxesThenTogetherAndThenTold() {
        CompletionStage<?> read = report(ann, laptop, 11, 11);
        CompletionStage<?> delivered = report(ben, phone, 8, 0);
        assertThat(happened).isEmpty();

        await(read);
        await(delivered);

        assertThat(happened).containsExactly("inbox 11/10", "marks 2", "told");
        assertThat(told.get(0).moved().keySet()).containsExactlyInAnyOrder(ann, ben);
        assertThat(told.get(0).all()).isEqualTo(new Mark(new Seq(8), Seq.NONE, 0));
    }

    @Test
    void areWrittenOncePerIntervalWithTheHighestOfEachDevice() {
        await(report(ben, phone, 2, 0));
        happened.clear();
        for (long seq = 2; seq <= 11; seq++) {
            report(ben, phone, seq, seq - 1);
            report(ben, laptop, seq, 0);
            report(ann, phone, seq, seq);
        }
        pass(COALESCE.multipliedBy(3));

        assertThat(happened).containsExactlyInAnyOrder("inbox 10/9", "inbox 11/10", "marks 3", "told");
        assertThat(happened).endsWith("told");
        assertThat(marks().byMember().get(ben)).isEqualTo(new Mark(new Seq(11), new Seq(10), 9));
    }

    @Test
    void changeNothingAtOrBelowWhatIsHeld() {
        await(report(ben, phone, 9, 9));
        pass(COALESCE.multipliedBy(2));
        happened.clear();

        assertThat(report(ben, phone, 9, 9).toCompletableFuture()).isCompleted();
        assertThat(report(ben, phone, 4, 2).toCompletableFuture()).isCompleted();
        pass(COALESCE.multipliedBy(2));
        assertThat(happened).isEmpty();

        // Another device is written down, and nobody needs to hear of it.
        await(report(ben, laptop, 5, 5));
        pass(COALESCE.multipliedBy(2));
        assertThat(happened).containsExactly("marks 1", "told");
        assertThat(told.get(told.size() - 1).moved()).isEmpty();
        assertThat(told.get(told.size() - 1).allMoved()).isFalse();
    }

    @Test
    void failForTheReporterAndAreTakenAgain() {
        fails = true;
        CompletableFuture<?> lost = report(ben, phone, 9, 9).toCompletableFuture();
        pass(COALESCE);
        assertThat(lost).isCompletedExceptionally();
        assertThat(told).isEmpty();

        fails = false;
        await(report(ben, phone, 9, 9));

        assertThat(told).hasSize(1);
        assertThat(marks().byMember().get(ben)).isEqualTo(new Mark(new Seq(9), new Seq(9), 8));
    }

    @Test
    void failForTheReporterAndAreTakenAgainAlsoWhenTheStoreThrows() {
        readsThrow = true;
        CompletableFuture<?> lost = report(ben, phone, 9, 9).toCompletableFuture();
        pass(COALESCE.multipliedBy(2));
        assertThat(lost).isCompletedExceptionally();

        readsThrow = false;
        CompletableFuture<?> taken = report(ben, phone, 9, 9).toCompletableFuture();
        pass(COALESCE.multipliedBy(2));
        assertThat(taken).isCompleted();
        assertThat(told).hasSize(1);
    }

    @Test
    void tellAllOnlyWhenTheLastOneMoves() {
        await(report(ann, laptop, 11, 11));
        assertThat(told.get(0).all()).isEqualTo(Mark.NONE);
        pass(COALESCE);

        await(report(ben, phone, 11, 7));

        assertThat(told.get(1).allMoved()).isTrue();
        assertThat(told.get(1).all()).isEqualTo(new Mark(new Seq(11), new Seq(7), 6));
        assertThat(told.get(1).moved()).containsOnlyKeys(ben);
    }

    @Test
    void areWrittenToTheInboxOfWhoHasWrittenSomethingLaterThatItDoesNotShowYet() {
        Entry last = await(log.entries(conversation, new Seq(11), new Seq(11))).get(0);
        known.sent(conversation, List.of(last));

        await(report(ann, laptop, 9, 9));

        assertThat(happened).containsExactly("inbox 9/8", "marks 1", "told");
        assertThat(marks().byMember().get(ann)).isEqualTo(new Mark(new Seq(11), new Seq(11), 10));
    }

    @Test
    void areMovedByWhatSomebodyWritesAndNotByWhatSomebodyChanges() {
        append(newId(), new MessageChange.Edit(new Seq(11), "better"));
        append(newId(), new MessageChange.Reaction(new Seq(11), "👍", true));
        append(newId(), new GroupChange.Rename("Better friends"));
        List<Entry> entries = await(log.entries(conversation, new Seq(10), new Seq(14)));

        assertThat(SentMarks.of(entries))
                .containsExactly(new DeviceMark(ann, DeviceMark.SENT, new Mark(new Seq(11), new Seq(11), 10)));
    }

    @Test
    void areNotToldToWhoWasRemovedMeanwhile() {
        await(report(ann, laptop, 8, 8));
        report(ann, laptop, 9, 9);
        remove(log, ben);
        pass(COALESCE.multipliedBy(2));

        assertThat(told).hasSize(2);
        assertThat(told.get(1).members()).containsExactly(ann);
    }

    @Test
    void areNotToldAboveTheirRemovalToWhoWasRemovedByAnotherNode() {
        remove(new ConversationLog(stores.log(), SmallLog.SETTINGS, runtime, committed -> {}), ben);
        aMarkByAnotherNode();

        await(report(ann, laptop, 11, 11));

        assertThat(told.get(0).moved()).containsOnlyKeys(ann);
        assertThat(told.get(0).members()).containsExactly(ann);
    }

    @Test
    void areDurableAndToldToNobodyWhenItCannotBeKnownToWhom() {
        aMarkByAnotherNode();
        StoreWeather silence = StoreWeather.fair();
        silence.stall(scheduler.nowNanos(), Duration.ofDays(1));
        Stores silent = SmallLog.cluster(scheduler, chance, silence).connect(node);
        ConversationLog unread = new ConversationLog(silent.log(), SmallLog.SETTINGS, runtime, committed -> {});
        Receipts blind = new Receipts(unread, new Marks(), known, inbox, runtime, COALESCE, told::add);

        await(blind.report(conversation, requireNonNull(head), ann, laptop, new Seq(11), new Seq(11)));

        assertThat(marks().byMember().get(ann)).isEqualTo(new Mark(new Seq(12), new Seq(11), 10));
        assertThat(told).isEmpty();
    }

    @Test
    void fillTheMemoryToItsBoundAndNoFurther() {
        KnownMarks few = new KnownMarks(new Marks(), 100, node.executor());
        Receipts bounded = new Receipts(log, new Marks(), few, inbox, runtime, COALESCE, told::add);
        List<ConversationId> all = Stream.generate(() -> new ConversationId(chance.uuid7(0)))
                .limit(20)
                .toList();
        for (ConversationId each : all) {
            for (int device = 0; device < 10; device++) {
                await(bounded.report(
                        each, requireNonNull(head), ben, new DeviceId(new UUID(1, device)), new Seq(11), Seq.NONE));
                pass(COALESCE.multipliedBy(2));
            }
        }

        // A conversation counts one row, and one for each device.
        DeviceMark last = new DeviceMark(ben, new DeviceId(new UUID(1, 9)), new Mark(new Seq(11), Seq.NONE, 0));
        assertThat(all.stream().filter(each -> few.covers(each, last))).hasSizeBetween(5, 9);
    }

    @Test
    void ofAuthorsAreNotKeptOnceAllIsWrittenByWhomever() {
        ReceiptProjection projection = new ReceiptProjection(new Marks(), known, inbox, node.executor());
        ConversationState state = requireNonNull(head);
        projection.expect(conversation, await(log.entries(conversation, Seq.FIRST, state.head())), state);
        assertThat(await(known.read(conversation))).extracting(DeviceMark::user).containsExactly(ann);

        projection.reached(conversation, state.head());

        assertThat(await(known.read(conversation))).isEmpty();
    }

    private EntryId newId() {
        return new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
    }

    private ConversationMarks marks() {
        return await(receipts.marks(conversation, requireNonNull(head)));
    }

    private CompletionStage<?> report(UserId user, DeviceId device, long delivered, long read) {
        return receipts.report(conversation, requireNonNull(head), user, device, new Seq(delivered), new Seq(read));
    }

    private void remove(ConversationLog by, UserId user) {
        Content removal = new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(user)));
        await(by.append(conversation, new Command(newId(), ann, removal, null)));
    }

    /** Above the head that this node knows. */
    private void aMarkByAnotherNode() {
        DeviceMark mark = new DeviceMark(ann, phone, new Mark(new Seq(12), Seq.NONE, 0));
        await(stores.receipts().write(conversation, List.of(mark)));
    }

    private void append(EntryId id, Content content) {
        await(log.append(conversation, new Command(id, ann, content, null)));
    }

    private void pass(Duration duration) {
        scheduler.runUntil(scheduler.nowNanos() + duration.toNanos());
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone() && scheduler.runNext()) {
            // Time passes.
        }
        // And what follows at the same moment.
        scheduler.runUntil(scheduler.nowNanos());
        return stage.toCompletableFuture().join();
    }

    private final class Marks implements ReceiptStore {

        @Override
        public CompletionStage<?> write(ConversationId id, List<DeviceMark> marks) {
            if (fails) {
                return CompletableFuture.failedFuture(new ProblemException(Problem.storeUnavailable()));
            }
            happened.add("marks " + marks.size());
            return stores.receipts().write(id, marks);
        }

        @Override
        public CompletionStage<List<DeviceMark>> read(ConversationId id) {
            if (readsThrow) {
                throw new IllegalStateException("an error that was planted");
            }
            return stores.receipts().read(id);
        }
    }

    private final class Observed implements InboxStore {

        @Override
        public List<List<UserId>> together(Collection<UserId> users) {
            return stores.inbox().together(users);
        }

        @Override
        public CompletionStage<?> write(Map<UserId, InboxRow> rows, Instant writtenAt) {
            return stores.inbox().write(rows, writtenAt);
        }

        @Override
        public CompletionStage<?> remove(ConversationId id, Map<UserId, Seq> left) {
            return stores.inbox().remove(id, left);
        }

        @Override
        public CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId id, Seq message) {
            return stores.inbox().erasePreview(users, id, message);
        }

        @Override
        public CompletionStage<?> writeRead(UserId user, ConversationId id, InboxRow.ReadMark read) {
            happened.add("inbox " + read.seq() + "/" + read.ordinal());
            return stores.inbox().writeRead(user, id, read);
        }

        @Override
        public CompletionStage<List<Stored>> rows(UserId user) {
            return stores.inbox().rows(user);
        }
    }
}
