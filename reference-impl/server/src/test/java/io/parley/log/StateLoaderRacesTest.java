package io.parley.log;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A conversation's state is asked for while others append, while it is loaded, and while that fails, in orders of a bounded
 * number of steps: who asks to read sees all that was acknowledged before, one load is under way at a time, and one that
 * failed leaves nobody waiting and is told to nobody who asks after it.
 */
class StateLoaderRacesTest {

    /** What is asked while a read is under way, which another call answers. */
    private static final List<String> COMBINATIONS = List.of(
            // Begins to load at the same time.
            "| current | current |",
            "| fresh | fresh |",
            // Reads while a load is under way that began before the last acknowledgement.
            "| current | append fresh |",
            "current | append fresh | answer |",
            // Loads again, for nothing is kept.
            "current answer | forget current | append fresh |",
            // Fails, and goes on.
            "current | fail | current fresh |",
            "current current | fail | append fresh | fail");

    /** Whoever asks, of what is under test or of what is planted. */
    public abstract static class Readers {

        final RacingStore log = new RacingStore();
        private final AtomicInteger waiting = new AtomicInteger();
        private volatile @Nullable String wrong;

        abstract CompletionStage<Long> currentHead();

        abstract CompletionStage<Long> freshHead();

        @Operation
        public void current() {
            ask(this::currentHead, 1, null);
        }

        @Operation
        public void fresh() {
            ask(this::freshHead, log.head(), null);
        }

        @Operation
        public void append() {
            log.append();
        }

        @Operation
        public void answer() {
            RacingStore.Asked next = log.next();
            if (next != null) {
                next.answer().complete(next.found());
            }
        }

        @Operation
        public void fail() {
            RacingStore.Asked next = log.next();
            if (next != null) {
                next.answer().completeExceptionally(new IllegalStateException("no answer"));
            }
        }

        @Validate
        public void leavesNobodyWaiting() {
            log.answerAll();
            fresh();
            log.answerAll();
            require(waiting.get() == 0, "everything is answered, and yet somebody waits");
            require(!log.isReadTwice(), "two loads at the same time");
            String found = wrong;
            if (found != null) {
                throw new IllegalStateException(found);
            }
        }

        /** Who is told of a failure asks again at once, as a client does. */
        private void ask(Supplier<CompletionStage<Long>> question, long least, @Nullable Throwable before) {
            waiting.incrementAndGet();
            question.get().whenComplete((head, failure) -> {
                waiting.decrementAndGet();
                if (failure == null) {
                    require(head >= least, "told of less than was acknowledged before");
                    return;
                }
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                require(cause != before, "told of a failure that came before the question");
                if (before == null) {
                    ask(question, least, cause);
                }
            });
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                wrong = otherwise;
            }
        }
    }

    /** The server's own. */
    public static class Loads extends Readers {

        private final StateLoader loader = log.loader();

        @Override
        CompletionStage<Long> currentHead() {
            return loader.current(RacingStore.CONVERSATION)
                    .thenApply(state -> state.head().value());
        }

        @Override
        CompletionStage<Long> freshHead() {
            return loader.fresh(RacingStore.CONVERSATION)
                    .thenApply(state -> state.head().value());
        }

        @Operation
        public void forget() {
            loader.forget(RacingStore.CONVERSATION);
        }
    }

    /** Looks whether a load is under way, and then begins one. */
    public static class LoadsInTwoSteps extends Readers {

        private final ConcurrentMap<ConversationId, CompletableFuture<Long>> loading = new ConcurrentHashMap<>();

        @Override
        CompletionStage<Long> currentHead() {
            CompletableFuture<Long> other = loading.get(RacingStore.CONVERSATION);
            if (other != null) {
                return other;
            }
            CompletableFuture<Long> mine = log.loads().thenApply(found -> (long) found.size());
            loading.put(RacingStore.CONVERSATION, mine);
            return mine.whenComplete((head, failure) -> loading.remove(RacingStore.CONVERSATION, mine));
        }

        @Override
        CompletionStage<Long> freshHead() {
            return currentHead();
        }

        @Operation
        public void forget() {}
    }

    @Test
    @Verifies({"INV-3", "MSG-17"})
    void loadsOnceForAllAndShowsWhatWasAcknowledgedBefore() {
        assertThatCode(() -> check(Loads.class)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether a state is being loaded, and then loads it", () -> check(LoadsInTwoSteps.class));
    }

    /** What is called when a stage completes is tried as one step: each load is another's chain, of which it is the end. */
    private static void check(Class<?> operations) {
        Races.checkCombinations(
                operations,
                COMBINATIONS,
                CompletableFuture.class,
                CompletableFuture.completedStage(0).getClass(),
                ConcurrentHashMap.class,
                ConversationState.class,
                EntryReads.class,
                LogReader.class,
                RacingStore.class,
                StateCache.class,
                Turns.class);
    }
}
