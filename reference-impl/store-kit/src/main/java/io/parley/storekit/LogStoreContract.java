package io.parley.storekit;

import static io.parley.storekit.SampleEntries.entries;
import static io.parley.storekit.SampleEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import io.parley.log.LogStore.Append;
import io.parley.log.LogStore.Consistency;
import io.parley.log.LogStore.IdAt;
import io.parley.log.LogStore.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link LogStore}: what the log relies on, whichever adapter is below. */
public abstract class LogStoreContract extends StoreContract<LogStore> {

    private static final int BATCH_MAX = 64;
    private static final int RACERS = 8;

    private ConversationId conversation = SampleEntries.newConversation();

    @BeforeEach
    void beginAnotherLog() {
        conversation = SampleEntries.newConversation();
    }

    /** Closes a bucket for ever, as an operator would. */
    protected abstract void retire(ConversationId log, long bucket);

    private Append append(List<Entry> batch) {
        return await(store().append(conversation, 0, batch));
    }

    private List<Entry> read(long from, long to, Consistency consistency) {
        return await(store().read(conversation, 0, new Seq(from), new Seq(to), consistency));
    }

    @ParameterizedTest
    @EnumSource
    @Verifies("INV-2")
    void returnsWhatWasAppendedInAscendingOrder(Consistency consistency) {
        List<Entry> written = entries(1, BATCH_MAX);

        assertThat(append(written)).isEqualTo(Append.APPLIED);

        assertThat(read(1, BATCH_MAX, consistency)).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void returnsNothingWhereNothingStands(Consistency consistency) {
        assertThat(read(1, BATCH_MAX, consistency)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsBothBoundsAndNothingBeyond(Consistency consistency) {
        List<Entry> written = entries(1, 9);
        append(written);

        assertThat(read(3, 5, consistency)).isEqualTo(written.subList(2, 5));
        assertThat(read(9, 20, consistency)).isEqualTo(written.subList(8, 9));
    }

    @Test
    void readsMoreThanOnePageOfRows() {
        List<Entry> written = new ArrayList<>();
        for (long batch = 0; batch < 5; batch++) {
            List<Entry> part = entries(1 + BATCH_MAX * batch, BATCH_MAX * (batch + 1));
            append(part);
            written.addAll(part);
        }

        assertThat(read(1, written.size(), Consistency.QUORUM)).isEqualTo(written);
        assertThat(read(1, written.size(), Consistency.SERIAL)).isEqualTo(written);
    }

    @Test
    @Verifies("INV-1")
    void writesAllOfABatchOrNone() {
        List<Entry> first = entries(1, 3);
        append(first);

        assertThat(append(entries(3, 5))).isEqualTo(Append.LOST);

        assertThat(read(1, 9, Consistency.SERIAL)).isEqualTo(first);
    }

    @Test
    @Verifies("INV-2")
    void losesTheSameBatchTheSecondTimeAndShowsItAsItWas() {
        List<Entry> written = entries(1, 2);
        append(written);

        assertThat(append(written)).isEqualTo(Append.LOST);

        assertThat(read(1, 1, Consistency.SERIAL)).isEqualTo(written.subList(0, 1));
    }

    @Test
    @Verifies("INV-2")
    void letsOneOfManyRacersWin() {
        List<List<Entry>> batches =
                IntStream.range(0, RACERS).mapToObj(racer -> entries(1, 3)).toList();

        List<CompletionStage<Append>> racers = batches.stream()
                .map(batch -> store().append(conversation, 0, batch))
                .toList();
        List<Append> results = racers.stream().map(this::await).toList();

        assertThat(Collections.frequency(results, Append.APPLIED)).isEqualTo(1);
        assertThat(read(1, 9, Consistency.SERIAL)).isEqualTo(batches.get(results.indexOf(Append.APPLIED)));
    }

    @Test
    void keepsBucketsAndConversationsApart() {
        append(entries(1, 2));
        List<Entry> nextBucket = entries(3, 4);

        assertThat(await(store().append(conversation, 1, nextBucket))).isEqualTo(Append.APPLIED);

        assertThat(await(store().read(conversation, 1, new Seq(1), new Seq(9), Consistency.SERIAL)))
                .isEqualTo(nextBucket);
        assertThat(await(store().read(SampleEntries.newConversation(), 0, new Seq(1), new Seq(9), Consistency.SERIAL)))
                .isEmpty();
    }

    @Test
    void keepsWhatANewerNodeWrites() {
        List<Entry> written = List.of(entry(1, "from-the-future", 99, null));
        append(written);

        assertThat(read(1, 1, Consistency.QUORUM)).isEqualTo(written);
    }

    @Test
    @Verifies("INV-2")
    void keepsTheEnvelopeOfAnErasedContent() {
        List<Entry> written = entries(1, 2);
        append(written);

        erase(2);

        assertThat(read(1, 2, Consistency.SERIAL))
                .containsExactly(written.get(0), SampleEntries.erased(written.get(1)));
        assertThat(append(entries(2, 2))).isEqualTo(Append.LOST);
    }

    @Test
    @Verifies("INV-2")
    void erasesTheSecondTimeWhatIsErased() {
        List<Entry> written = entries(1, 1);
        append(written);

        erase(1);
        erase(1);

        assertThat(read(1, 1, Consistency.QUORUM)).containsExactly(SampleEntries.erased(written.get(0)));
    }

    @Test
    @Verifies("INV-1")
    void makesNoEntryByErasingWhereNothingStands() {
        append(entries(1, 2));

        erase(3);

        assertThat(read(1, 9, Consistency.SERIAL)).hasSize(2);
        assertThat(append(entries(3, 3))).isEqualTo(Append.APPLIED);
        assertThat(read(3, 3, Consistency.SERIAL))
                .allSatisfy(entry -> assertThat(entry.body()).isNotNull());
    }

    @Test
    @Verifies("INV-4")
    void readsTheIdsOfAllThatStandsErasedOrNot() {
        List<Entry> written = new ArrayList<>();
        for (long batch = 0; batch < 5; batch++) {
            List<Entry> part = entries(1 + BATCH_MAX * batch, BATCH_MAX * (batch + 1));
            append(part);
            written.addAll(part);
        }
        erase(3);

        assertThat(ids(1, written.size() + 9)).isEqualTo(idsOf(written));
        assertThat(ids(3, 5)).isEqualTo(idsOf(written.subList(2, 5)));
        assertThat(ids(written.size() + 1, written.size() + 9)).isEmpty();
    }

    private List<IdAt> ids(long from, long to) {
        return await(store().ids(conversation, 0, new Seq(from), new Seq(to)));
    }

    private static List<IdAt> idsOf(List<Entry> entries) {
        return entries.stream().map(entry -> new IdAt(entry.seq(), entry.id())).toList();
    }

    private void erase(long seq) {
        await(store().erase(conversation, 0, new Seq(seq)));
    }

    @Test
    @Verifies("INV-1")
    void refusesARetiredBucketEvenWhereNothingStands() {
        List<Entry> written = entries(1, 2);
        append(written);

        retire(conversation, 0);

        assertThat(append(entries(3, 3))).isEqualTo(Append.LOST);
        assertThat(read(1, 9, Consistency.SERIAL)).isEqualTo(written);
        assertThat(await(store().append(conversation, 1, entries(4, 4)))).isEqualTo(Append.APPLIED);
    }

    @Test
    void hasNoSnapshotBeforeOneIsSaved() {
        assertThat(await(store().latestSnapshot(conversation))).isEmpty();
    }

    @Test
    void keepsTheSnapshotOfTheHighestPosition() {
        Snapshot later = new Snapshot(new Seq(20), 1, "{\"later\":\"ä\"}");
        await(store().saveSnapshot(conversation, new Snapshot(new Seq(10), 1, "{}")));
        await(store().saveSnapshot(conversation, later));
        await(store().saveSnapshot(conversation, new Snapshot(new Seq(15), 2, "{}")));

        assertThat(await(store().latestSnapshot(conversation))).contains(later);
    }
}
