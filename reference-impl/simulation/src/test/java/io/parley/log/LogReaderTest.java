package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps lead to the head of a log, and through a range of it. */
@Verifies({"INV-1", "MSG-17"})
class LogReaderTest {

    private static final int LARGE = 1_000;
    private static final int WINDOW = 6;
    private static final ConversationState NOTHING = ConversationState.empty(WINDOW);

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final LogStore store =
            SmallLog.cluster(scheduler, chance).connect(node).log();
    private final UserId ann = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));

    private final List<Entry> decided = new ArrayList<>();

    /** What no cheap read sees: it was decided, and nobody was told. */
    private final Set<Long> onlySerially = new TreeSet<>();

    private final List<String> asked = new ArrayList<>();

    /** The store, of which some replicas lag, and which is seen to be asked. */
    private final LogStore lagging = (LogStore) Proxy.newProxyInstance(
            LogStore.class.getClassLoader(),
            new Class<?>[] {LogStore.class},
            (proxy, method, arguments) ->
                    read((Seq) arguments[2], (Seq) arguments[3], (Consistency) arguments[4], (CompletionStage<?>)
                            method.invoke(store, arguments)));

    private CompletionStage<?> read(Seq from, Seq to, Consistency consistency, CompletionStage<?> answer) {
        asked.add(consistency + " " + from.value() + "-" + to.value());
        return answer.thenApply(found -> ((List<?>) found)
                .stream()
                        .filter(entry -> consistency == Consistency.SERIAL
                                || !onlySerially.contains(((Entry) entry).seq().value()))
                        .toList());
    }

    private LogReader reader(int stepEntries, int bucketEntries) {
        Buckets buckets = new Buckets(bucketEntries);
        LogSettings.Reads bounds = new LogSettings.Reads(stepEntries, 1, stepEntries);
        return new LogReader(
                new EntryReads(lagging, buckets, bounds, SmallLog.SETTINGS.answerWithin(), runtime()), buckets);
    }

    private LogRuntime runtime() {
        return new LogRuntime(
                node.executor(), node.timer(), node.clock(), chance.split().generator());
    }

    private void aLogOf(int entries) {
        aLogOf(entries, LARGE);
    }

    private void aLogOf(int entries, int bucketEntries) {
        LogSettings settings = SmallLog.settings(bucketEntries, WINDOW, 1, LARGE);
        ConversationLog log = new ConversationLog(store, settings, runtime(), committed -> {});
        Content created =
                new Content.Created(ConversationType.GROUP, "Friends", new TreeMap<>(Map.of(ann, Role.OWNER)));
        append(log, new Command(EntryId.ofConversation(conversation), ann, created, null));
        for (int i = 1; i < entries; i++) {
            EntryId id = new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
            append(log, new Command(id, ann, new Content.Text("hello"), null));
        }
    }

    private void append(ConversationLog log, Command command) {
        assertThat(await(log.append(conversation, command)))
                .isInstanceOfSatisfying(Outcome.Appended.class, appended -> decided.add(appended.entry()));
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }

    private long caughtUp(LogReader reader) {
        return await(reader.catchUp(conversation, NOTHING)).head().value();
    }

    private long settled(LogReader reader) {
        return await(reader.toHead(conversation, NOTHING)).head().value();
    }

    @Test
    void looksTwiceAsFarEachTimeButNoFurtherThanAStep() {
        aLogOf(30);

        assertThat(caughtUp(reader(10, LARGE))).isEqualTo(30);
        assertThat(asked).containsExactly("QUORUM 1-4", "QUORUM 5-12", "QUORUM 13-22", "QUORUM 23-32");
    }

    /** Doubled so often, a length would be no number any more. */
    @Test
    void readsALogOfMoreStepsThanALengthHasBits() {
        aLogOf(70);

        assertThat(caughtUp(reader(1, LARGE))).isEqualTo(70);
        assertThat(settled(reader(1, LARGE))).isEqualTo(70);
    }

    @Test
    void readsCheaplyAsLongAsStepsAreFullAndThenSeriallyToTheEnd() {
        aLogOf(14);
        onlySerially.addAll(Set.of(13L, 14L));

        assertThat(settled(reader(4, LARGE))).isEqualTo(14);
        assertThat(asked).containsExactly("SERIAL 1-4", "QUORUM 5-8", "QUORUM 9-12", "QUORUM 13-16", "SERIAL 13-16");
    }

    /** Entries of the next bucket may come while the end of this one is read: one read would see them, and not those before. */
    @Test
    void endsAStepWhereTheBucketEnds() {
        aLogOf(14, 6);

        assertThat(settled(reader(4, 6))).isEqualTo(14);
        assertThat(asked)
                .containsExactly(
                        "SERIAL 1-4", "QUORUM 5-6", "QUORUM 7-10", "QUORUM 11-12", "QUORUM 13-16", "SERIAL 15-18");
    }

    /** A replica may know what came later and not yet what came before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 6})
    void readsSeriallyWhatACheapReadLeftOut(long leftOut) {
        aLogOf(7);
        onlySerially.add(leftOut);

        assertThat(caughtUp(reader(4, LARGE))).isEqualTo(7);
        assertThat(asked).filteredOn(read -> read.startsWith("SERIAL")).isNotEmpty();
    }

    @Test
    void asksForNoMoreOfTheStoreWhenACheapReadFoundTheEnd() {
        aLogOf(2);

        assertThat(caughtUp(reader(4, LARGE))).isEqualTo(2);
        assertThat(asked).containsExactly("QUORUM 1-4");
    }

    @Test
    void readsARangeInStepsThatEndWithItsBucketsAndWithIt() {
        aLogOf(14, 6);

        List<Entry> found = await(reader(4, 6).range(conversation, new Seq(2), new Seq(9)));

        assertThat(found).containsExactlyElementsOf(decided.subList(1, 9));
        assertThat(asked).containsExactly("QUORUM 2-5", "QUORUM 6-6", "QUORUM 7-9");
    }
}
