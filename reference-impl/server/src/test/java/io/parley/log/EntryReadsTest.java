package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.LogStore.Consistency;
import io.parley.log.LogStore.Snapshot;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What reads take of the node's room, and for how long. */
@Verifies({"MSG-4", "MSG-17"})
class EntryReadsTest {

    private static final int BUCKET_ENTRIES = 10;
    private static final int STEP_ENTRIES = 4;

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** Room for a step and two entries more. */
    private static final LogSettings.Reads BOUNDS = new LogSettings.Reads(STEP_ENTRIES, 100, 699);

    private final ConversationId conversation = new ConversationId(Given.anyId().value());
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<CompletableFuture<List<Entry>>> answers = new ArrayList<>();
    private final List<CompletableFuture<Optional<Snapshot>>> snapshots = new ArrayList<>();

    /** How many had been asked for when something was used. */
    private final List<Integer> askedWhenUsed = new ArrayList<>();

    private Instant now = Given.NOW;
    private final EntryReads reads = new EntryReads(
            new SlowStore(), new Buckets(BUCKET_ENTRIES), BOUNDS, WAIT_MAX, Given.runtime(steps::add, () -> now));

    /** Answers when it is told to. */
    private final class SlowStore extends InertStore {

        @Override
        public CompletionStage<List<Entry>> read(
                ConversationId id, long bucket, Seq from, Seq to, Consistency consistency) {
            CompletableFuture<List<Entry>> answer = new CompletableFuture<>();
            asked.add(consistency + " " + from.value() + "-" + to.value());
            answers.add(answer);
            return answer;
        }

        @Override
        public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId id) {
            CompletableFuture<Optional<Snapshot>> answer = new CompletableFuture<>();
            asked.add("snapshot");
            snapshots.add(answer);
            return answer;
        }
    }

    private CompletionStage<?> read(long from, long to) {
        return reads.read(
                conversation,
                new Seq(from),
                new Seq(to),
                Consistency.SERIAL,
                entries -> askedWhenUsed.add(asked.size()));
    }

    private CompletionStage<?> readSnapshot() {
        return reads.latestSnapshot(conversation, snapshot -> askedWhenUsed.add(asked.size()));
    }

    private void runAll() {
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            step.run();
        }
    }

    @Test
    void countsEachEntryUntilItWasUsed() {
        read(1, 4);
        read(5, 6);
        read(7, 7);
        assertThat(asked).containsExactly("SERIAL 1-4", "SERIAL 5-6");

        answers.get(1).complete(List.of());
        assertThat(askedWhenUsed).isEmpty();
        assertThat(asked).hasSize(2);

        runAll();
        assertThat(askedWhenUsed).containsExactly(2);
        assertThat(asked).containsExactly("SERIAL 1-4", "SERIAL 5-6", "SERIAL 7-7");
    }

    @Test
    void countsASnapshotAsAnEntryUntilItWasUsed() {
        read(1, 4);
        readSnapshot();
        readSnapshot();
        readSnapshot();
        assertThat(asked).containsExactly("SERIAL 1-4", "snapshot", "snapshot");

        snapshots.get(0).complete(Optional.empty());
        assertThat(askedWhenUsed).isEmpty();
        assertThat(asked).hasSize(3);

        runAll();
        assertThat(askedWhenUsed).containsExactly(3);
        assertThat(asked).containsExactly("SERIAL 1-4", "snapshot", "snapshot", "snapshot");
    }

    @Test
    void givesRoomBackWhenTheStoreDoesNotAnswer() {
        CompletionStage<?> failed = read(1, 4);
        read(5, 8);
        fail(0);

        assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
        assertThat(asked).containsExactly("SERIAL 1-4", "SERIAL 5-8");
    }

    @Test
    void waitsForRoomAsLongAsACommandForItsAnswer() {
        read(1, 4);
        read(5, 8);
        now = now.plus(WAIT_MAX);
        fail(0);

        assertThat(asked).containsExactly("SERIAL 1-4", "SERIAL 5-8");
    }

    /** Else they would be read for, one room after the other, when nobody wants them any more. */
    @Test
    @Verifies({"API-1", "MSG-17"})
    void endsAtOnceWhoHaveWaitedLongerAsIfTheStoreHadNotAnswered() {
        read(1, 4);
        List<CompletionStage<?>> tooLong = List.of(read(5, 8), readSnapshot(), read(9, 12));
        now = now.plus(WAIT_MAX);
        read(13, 16);
        now = now.plusNanos(1);
        fail(0);

        assertThat(tooLong).allSatisfy(each -> {
            assertThat(each.toCompletableFuture()).isCompletedExceptionally();
            assertThatThrownBy(each.toCompletableFuture()::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem().type()).isEqualTo(ProblemType.STORE_UNAVAILABLE));
        });
        // Their room is there again, and no more than that.
        readSnapshot();
        readSnapshot();
        readSnapshot();
        assertThat(asked).containsExactly("SERIAL 1-4", "SERIAL 13-16", "snapshot", "snapshot");
    }

    /** What was asked for gets no answer. */
    private void fail(int read) {
        answers.get(read).completeExceptionally(new IllegalStateException("no answer"));
        runAll();
    }

    @Test
    void readsBothSidesOfTheEdgeOfABucketAlikeOneAfterTheOther() {
        read(9, 12);
        answers.get(0).complete(List.of());
        runAll();

        assertThat(asked).containsExactly("SERIAL 9-10", "SERIAL 11-12");
    }

    @Test
    void refusesWhatIsNoStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(5, 4))
                .withMessage("entries=0, expected 1 to " + STEP_ENTRIES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(1, STEP_ENTRIES + 1))
                .withMessage("entries=5, expected 1 to " + STEP_ENTRIES);
        assertThat(asked).isEmpty();
    }

    @Test
    void wantsRoomForAStepOfTheLargest() {
        assertThat(new LogSettings.Reads(4, 100, 400).entriesMax()).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogSettings.Reads(4, 100, 399))
                .withMessage("bytesMax=399, expected at least a step of 400");
        // Their product is no int.
        assertThatIllegalArgumentException().isThrownBy(() -> new LogSettings.Reads(1 << 16, 1 << 16, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogSettings.Reads(0, 100, 400))
                .withMessage("stepEntries=0, expected more than 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogSettings.Reads(4, 0, 400))
                .withMessage("entryBytesMax=0, expected more than 0");
    }
}
