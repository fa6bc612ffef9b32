package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps lead to the head of a log, and through a range of it. */
@Verifies({"INV-1", "MSG-17"})
class LogReaderTest {

    private static final int LARGE = 1_000;

    private final ConversationId conversation = new ConversationId(Given.anyId().value());
    private final NavigableMap<Long, Entry> decided = new TreeMap<>();

    /** What no cheap read sees: it was decided, and nobody was told. */
    private final Set<Long> onlySerially = new TreeSet<>();

    private final List<String> asked = new ArrayList<>();

    private final class Store extends InertStore {

        @Override
        public CompletionStage<List<Entry>> read(
                ConversationId id, long bucket, Seq from, Seq to, Consistency consistency) {
            asked.add(consistency + " " + from.value() + "-" + to.value());
            List<Entry> found = new ArrayList<>(
                    decided.subMap(from.value(), true, to.value(), true).values());
            if (consistency == Consistency.QUORUM) {
                found.removeIf(entry -> onlySerially.contains(entry.seq().value()));
            }
            return CompletableFuture.completedFuture(found);
        }
    }

    private LogReader reader(int stepEntries, int bucketEntries) {
        Buckets buckets = new Buckets(bucketEntries);
        LogSettings.Reads bounds = new LogSettings.Reads(stepEntries, 1, stepEntries);
        LogRuntime runtime = Given.runtime(Runnable::run, () -> Given.NOW);
        return new LogReader(new EntryReads(new Store(), buckets, bounds, Duration.ZERO, runtime), buckets);
    }

    private void aLogOf(int entries) {
        ConversationState state = Given.nothing();
        for (int i = 0; i < entries; i++) {
            Command command = i == 0 ? Given.creation() : Given.message(Given.anyId(), Given.ANN, "hello");
            Draft draft = Given.draft(state, List.of(command));
            decided.put(i + 1L, draft.entries().get(0));
            state = draft.state();
        }
    }

    private long caughtUp(LogReader reader) {
        return head(reader.catchUp(conversation, Given.nothing()));
    }

    private long settled(LogReader reader) {
        return head(reader.toHead(conversation, Given.nothing()));
    }

    private static long head(CompletionStage<ConversationState> state) {
        return state.toCompletableFuture().join().head().value();
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
        aLogOf(14);

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
        aLogOf(14);

        List<Entry> found = reader(4, 6)
                .range(conversation, new Seq(2), new Seq(9))
                .toCompletableFuture()
                .join();

        assertThat(found).containsExactlyElementsOf(decided.subMap(2L, 10L).values());
        assertThat(asked).containsExactly("QUORUM 2-5", "QUORUM 6-6", "QUORUM 7-9");
    }
}
