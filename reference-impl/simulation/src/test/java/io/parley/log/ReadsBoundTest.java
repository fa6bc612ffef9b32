package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.LogStore.Consistency;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a node asks its store for: a few entries at a time, and at the same time no more than fit its bound if each is as large as
 * an entry may be. Counted where it is asked, not by the heap.
 */
@Verifies({"MSG-4", "MSG-17"})
class ReadsBoundTest {

    private static final int BUCKET_ENTRIES = 50;
    private static final int ENTRIES = 180;

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final LogSettings settings = SmallLog.settings(BUCKET_ENTRIES, 16, 8, 1_000);
    private final int step = settings.reads().stepEntries();
    private final long entriesMax = settings.reads().entriesMax();
    private final UserId ann = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));
    private final Command first = new Command(newId(), ann, new Content.Text("hello"), null);

    /** Positions of each read of contents, and of all that are under way. */
    private final List<Long> asked = new ArrayList<>();

    private final List<Long> askedFrom = new ArrayList<>();
    private long underWay;
    private long mostUnderWay;
    private final LogStore counted = counting(stores.log());
    private final EntryReads reads = new EntryReads(counted, settings, runtime());

    private LogStore counting(LogStore store) {
        return (LogStore) Proxy.newProxyInstance(
                LogStore.class.getClassLoader(), new Class<?>[] {LogStore.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    if (method.getName().equals("read")) {
                        long entries = ((Seq) arguments[3]).value() - ((Seq) arguments[2]).value() + 1;
                        asked.add(entries);
                        askedFrom.add(((Seq) arguments[2]).value());
                        underWay += entries;
                        mostUnderWay = Math.max(mostUnderWay, underWay);
                        return ((CompletionStage<?>) answer).whenComplete((found, failure) -> underWay -= entries);
                    }
                    return answer;
                });
    }

    @BeforeEach
    void aLogOfSeveralBuckets() {
        ConversationLog log = log();
        Content created =
                new Content.Created(ConversationType.GROUP, "Friends", new TreeMap<>(Map.of(ann, Role.OWNER)));
        append(log, new Command(EntryId.ofConversation(conversation), ann, created, null));
        append(log, first);
        for (int i = 2; i < ENTRIES; i++) {
            append(log, new Command(newId(), ann, new Content.Text("something"), null));
        }
        asked.clear();
        askedFrom.clear();
        mostUnderWay = 0;
    }

    /** A node that knows nothing yet, another that is behind, and what each command needs. */
    @Test
    void asksForAFewAtATimeOnEachWay() {
        ConversationLog behind = log();
        await(behind.state(conversation));
        ConversationLog ahead = log();
        for (int i = 0; i < BUCKET_ENTRIES; i++) {
            append(ahead, new Command(newId(), ann, new Content.Text("more"), null));
        }
        assertThat(await(behind.state(conversation)).head()).isEqualTo(new Seq(ENTRIES + BUCKET_ENTRIES));
        assertThat(await(behind.settled(conversation)).head()).isEqualTo(new Seq(ENTRIES + BUCKET_ENTRIES));
        assertThat(await(log().append(conversation, first))).isInstanceOf(Outcome.Repeated.class);
        append(log(), new Command(newId(), ann, new MessageChange.Deletion(new Seq(2)), null));
        assertThat(await(ahead.entries(conversation, Seq.FIRST, new Seq(ENTRIES))))
                .hasSize(ENTRIES);
        // Over the edge of a bucket.
        Seq beforeTheEdge = new Seq(BUCKET_ENTRIES - 2);
        List<Entry> overIt =
                await(ahead.entries(conversation, beforeTheEdge, beforeTheEdge.plus(step - 1L), List::copyOf));
        assertThat(overIt)
                .hasSize(step)
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.seq().value(), b.seq().value()));

        assertThat(asked).hasSizeGreaterThan(20).allMatch(entries -> entries <= step);
    }

    /** Mostly a node is at the head: what it need not fear is not asked for. */
    @Test
    void asksForLittleWhereNothingIsNew() {
        ConversationLog log = log();
        await(log.state(conversation));
        asked.clear();
        await(log.state(conversation));

        assertThat(asked).containsExactly(4L);
    }

    @Test
    void hasNoMoreUnderWayThanItsBoundHoweverManyAsk() {
        List<CompletionStage<List<Entry>>> pages = new ArrayList<>();
        ConversationLog log = new ConversationLog(
                counted, reads, settings, runtime(), Announcements.NONE, IdIndex.NONE, Admission.ALWAYS, done -> {});
        for (int i = 0; i < 100; i++) {
            pages.add(log.entries(conversation, Seq.FIRST, new Seq(ENTRIES)));
            pages.add(log.entries(conversation, new Seq(40), new Seq(39 + step), List::copyOf));
        }
        List<CompletionStage<ConversationState>> states = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            states.add(log.settled(conversation));
        }
        pages.forEach(page -> assertThat(await(page)).hasSizeGreaterThanOrEqualTo(step));
        states.forEach(state -> assertThat(await(state).head()).isEqualTo(new Seq(ENTRIES)));

        assertThat(mostUnderWay).isLessThanOrEqualTo(entriesMax).isGreaterThan(entriesMax - step);
        assertThat(underWay).isZero();
    }

    /** It is in memory until somebody has looked at it, and what they keep of it is theirs. */
    @Test
    void countsWhatIsHereUntilItIsUsed() {
        List<CompletionStage<Integer>> all = new ArrayList<>();
        long[] inHand = {0, 0};
        for (int i = 0; i < 200; i++) {
            all.add(reads.read(conversation, Seq.FIRST, new Seq(step), Consistency.QUORUM, entries -> {
                // All that was asked for up to now, but for what was used.
                inHand[0] = Math.max(inHand[0], asked.size() - inHand[1]);
                inHand[1]++;
                return entries.size();
            }));
        }
        all.forEach(each -> assertThat(await(each)).isEqualTo(step));

        assertThat(inHand[0] * step).isLessThanOrEqualTo(entriesMax).isGreaterThan(entriesMax - step);
    }

    @Test
    void givesRoomBackWhenSomethingFails() {
        for (int i = 0; i < 100; i++) {
            CompletionStage<Integer> failing =
                    reads.read(conversation, Seq.FIRST, new Seq(step), Consistency.QUORUM, entries -> {
                        throw new IllegalStateException("planted");
                    });
            assertThatThrownBy(() -> await(failing)).hasRootCauseMessage("planted");
        }
        int found = await(reads.read(conversation, Seq.FIRST, new Seq(step), Consistency.SERIAL, List::size));
        assertThat(found).isEqualTo(step);
    }

    /** Nobody waits for ever: short reads do not overtake the long ones before them, though there is room for them. */
    @Test
    void asksInTheOrderOfAsking() {
        EntryReads one = new EntryReads(
                counted,
                new Buckets(BUCKET_ENTRIES),
                new LogSettings.Reads(step, 1, step),
                settings.answerWithin(),
                runtime());
        List<CompletionStage<Integer>> all = new ArrayList<>();
        for (int i = 0; i < BUCKET_ENTRIES - step; i++) {
            Seq from = new Seq(1 + i);
            int entries = i % 2 == 0 ? step : i % 4 == 1 ? step - 1 : 1;
            all.add(one.read(conversation, from, from.plus(entries - 1L), Consistency.QUORUM, List::size));
        }
        all.forEach(this::await);

        assertThat(askedFrom)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, BUCKET_ENTRIES - step).boxed().toList());
        assertThat(mostUnderWay).isEqualTo(step);
    }

    @Test
    void refusesALongerStep() {
        assertThatThrownBy(
                        () -> reads.read(conversation, Seq.FIRST, new Seq(step + 1L), Consistency.QUORUM, List::size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entries=%s, expected 1 to %s", step + 1, step);
        assertThatThrownBy(() -> new LogSettings.Reads(16, 100, 1_599)).isInstanceOf(IllegalArgumentException.class);
    }

    private ConversationLog log() {
        return new ConversationLog(counted, settings, runtime(), committed -> {});
    }

    private LogRuntime runtime() {
        return new LogRuntime(
                node.executor(), node.timer(), node.clock(), chance.split().generator());
    }

    private EntryId newId() {
        return new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
    }

    private void append(ConversationLog log, Command command) {
        assertThat(await(log.append(conversation, command))).isInstanceOf(Outcome.Appended.class);
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }
}
