package io.parley.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.problem.ProblemException;
import io.parley.silence.KeptAnswers.Ages;
import io.parley.silence.KeptAnswers.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How old an answer may be, who looks it up, and what happens when PostgreSQL falls silent. */
@Verifies("MSG-17")
class KeptAnswersTest {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration USABLE = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int WEIGHT_MAX = 50;
    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final int LATER = 77;

    private final Oracle oracle = new Oracle();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private boolean stopping;
    private final KeptAnswers<Integer, Integer> kept = new KeptAnswers<>(
            oracle,
            new Ages(FRESH, USABLE),
            new Room<>(WEIGHT_MAX, answer -> answer < WEIGHT_MAX ? 1 : 2),
            new Silence(() -> now),
            () -> now,
            this::queue);

    private void queue(Runnable task) {
        if (stopping) {
            throw new RejectedExecutionException("stopping");
        }
        waiting.add(task);
    }

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private CompletableFuture<Integer> asked(int key) {
        return kept.of(key).toCompletableFuture();
    }

    /** Known of the first key, no longer fresh, and another answer stands ready. */
    private void turnStale() {
        assertThat(kept.await(ONE)).isEqualTo(TWO);
        oracle.willSay(ONE, LATER);
        pass(FRESH);
    }

    private boolean isUnavailable(int key) {
        try {
            kept.await(key);
            return false;
        } catch (ProblemException e) {
            return Silence.isMeantBy(e);
        }
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesAgesInTheWrongOrder() {
        assertThatThrownBy(() -> new Ages(/* freshFor= */ USABLE, /* usableFor= */ FRESH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class WhilePostgresAnswers {

        @Test
        void answersFromMemoryUpToTheAgeThatIsStated() {
            kept.await(ONE);
            oracle.willSay(ONE, LATER);

            pass(FRESH.minus(MOMENT));
            assertThat(kept.await(ONE)).isEqualTo(TWO);
            assertThat(asked(ONE)).isCompletedWithValue(TWO);
            pass(MOMENT);
            assertThat(asked(ONE)).isNotDone();
            assertThat(kept.await(ONE)).isEqualTo(LATER);
        }

        @Test
        void countsTheAgeFromBeforeTheQuestion() {
            oracle.meanwhile = () -> pass(FRESH);
            kept.await(ONE);
            oracle.willSay(ONE, LATER);

            assertThat(kept.await(ONE)).isEqualTo(LATER);
        }

        @Test
        void looksUpBesideWhatGoesOnWhatIsNotYoungEnough() {
            kept.await(ONE);
            oracle.willSay(ONE, LATER);
            pass(FRESH.dividedBy(2).minus(MOMENT));
            kept.renew(ONE, FRESH.dividedBy(2));
            assertThat(waiting).isEmpty();

            pass(MOMENT);
            kept.renew(ONE, FRESH.dividedBy(2));
            assertThat(asked(ONE)).isCompletedWithValue(TWO);
            run();

            assertThat(asked(ONE)).isCompletedWithValue(LATER);
        }

        @Test
        void takesAnAnswerOfThisNodeAtOnce() {
            kept.put(ONE, LATER);

            assertThat(kept.await(ONE)).isEqualTo(LATER);
            assertThat(oracle.questions).isZero();
        }

        @Test
        void takesAChangeOfThisNodeAtOnceAndLooksUpAgain() {
            kept.await(ONE);
            kept.change(ONE, answer -> LATER);
            oracle.silent = true;
            assertThat(kept.await(ONE)).isEqualTo(LATER);

            assertThat(oracle.questions).isEqualTo(2);
        }

        @Test
        void knowsNothingMoreByAChangeOfWhatItDoesNotKnow() {
            kept.change(ONE, answer -> LATER);

            assertThat(kept.await(ONE)).isEqualTo(TWO);
        }

        @Test
        void keepsNoAnswerThatWasOvertaken() {
            oracle.meanwhile = () -> kept.put(ONE, LATER);
            kept.await(ONE);
            assertThat(kept.await(ONE)).isEqualTo(LATER);

            oracle.meanwhile = () -> kept.change(TWO, answer -> LATER);
            kept.await(TWO);
            int questions = oracle.questions;
            kept.await(TWO);
            assertThat(oracle.questions).isEqualTo(questions + 1);
        }

        @Test
        void passesOnAFailureThatIsNoSilence() {
            turnStale();
            oracle.broken = true;

            assertThatThrownBy(() -> kept.await(ONE)).isInstanceOf(IllegalStateException.class);
            oracle.broken = false;
            assertThat(kept.await(ONE)).isEqualTo(LATER);
        }

        @Test
        void dropsWhatItHasNoRoomFor() {
            IntStream.range(0, WEIGHT_MAX - 1).forEach(kept::await);
            assertThat(kept.weightHeld()).isEqualTo(WEIGHT_MAX - 1L);

            IntStream.range(WEIGHT_MAX, 4 * WEIGHT_MAX).forEach(kept::await);

            assertThat(kept.weightHeld()).isBetween(WEIGHT_MAX - 1L, (long) WEIGHT_MAX);
        }
    }

    @Nested
    class WhenSeveralAsk {

        @Test
        void looksUpOnceForAll() {
            CompletableFuture<Integer> one = asked(ONE);
            CompletableFuture<Integer> other = asked(ONE);
            assertThat(one).isNotDone();
            run();

            assertThat(one).isCompletedWithValue(TWO);
            assertThat(other).isCompletedWithValue(TWO);
            assertThat(oracle.questions).isEqualTo(1);
        }

        @Test
        void tellsAllOfAFailure() {
            oracle.broken = true;
            CompletableFuture<Integer> one = asked(ONE);
            CompletableFuture<Integer> other = asked(ONE);
            run();

            assertThatThrownBy(one::join).hasCauseInstanceOf(IllegalStateException.class);
            assertThatThrownBy(other::join).hasCauseInstanceOf(IllegalStateException.class);
            assertThat(oracle.questions).isEqualTo(1);
        }

        @Test
        void tellsWhoWaitsThatTheNodeStops() {
            stopping = true;

            assertThatThrownBy(asked(ONE)::join).hasCauseInstanceOf(RejectedExecutionException.class);
        }

        /** Who may block holds a thread, perhaps the only one that could do the other's look-up. */
        @Test
        void beginsALookUpThatStillQueuesForWhoMayBlock() {
            CompletableFuture<Integer> queued = asked(ONE);

            assertThat(kept.await(ONE)).isEqualTo(TWO);

            assertThat(queued).isCompletedWithValue(TWO);
            run();
            assertThat(oracle.questions).isEqualTo(1);
        }

        @Test
        void sharesWhatAnotherThreadHasBegun() throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            oracle.meanwhile = () -> {
                begun.countDown();
                awaits(goOn);
            };
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> kept.await(ONE));
            begun.await();
            CompletableFuture<Integer> second = asked(ONE);
            assertThat(waiting).isEmpty();
            goOn.countDown();

            assertThat(second.join()).isEqualTo(TWO);
            assertThat(first.join()).isEqualTo(TWO);
            assertThat(oracle.questions).isEqualTo(1);
        }
    }

    @Nested
    class WhilePostgresIsSilent {

        @Test
        void countsOnUpToTheAgeThatIsStated() {
            kept.await(ONE);
            oracle.silent = true;

            pass(USABLE.minus(MOMENT));
            assertThat(kept.await(ONE)).isEqualTo(TWO);
            pass(MOMENT);
            assertThat(isUnavailable(ONE)).isTrue();
        }

        @Test
        void hasNoAnswerForAKeyThatItDoesNotKnow() {
            oracle.silent = true;

            assertThat(isUnavailable(ONE)).isTrue();
        }

        @Test
        void makesOnlyTheFirstWaitForTheTimeOut() {
            kept.await(TWO);
            turnStale();
            oracle.silent = true;
            CompletableFuture<Integer> first = asked(ONE);
            assertThat(first).isNotDone();
            run();

            assertThat(first).isCompletedWithValue(TWO);
            assertThat(asked(ONE)).isCompletedWithValue(TWO);
            pass(Silence.ASK_AGAIN_AFTER);
            int questions = oracle.questions;
            assertThat(kept.await(ONE)).isEqualTo(TWO);
            assertThat(kept.await(TWO)).isEqualTo(TWO + 1);
            assertThat(oracle.questions).isEqualTo(questions);
        }

        @Test
        void letsOneAskAtATimeWhetherItIsBack() {
            oracle.silent = true;
            isUnavailable(ONE);
            oracle.silent = false;

            assertThat(isUnavailable(TWO)).isTrue();
            pass(Silence.ASK_AGAIN_AFTER);
            assertThat(isUnavailable(TWO)).isFalse();
            assertThat(isUnavailable(ONE)).isFalse();
            assertThat(oracle.questions).isEqualTo(3);
        }

        @Test
        void asksBesideWhatGoesOnWhetherItIsBack() {
            turnStale();
            oracle.silent = true;
            assertThat(kept.await(ONE)).isEqualTo(TWO);
            oracle.silent = false;
            pass(Silence.ASK_AGAIN_AFTER);
            assertThat(kept.await(ONE)).isEqualTo(TWO);
            run();

            assertThat(kept.await(ONE)).isEqualTo(LATER);
        }

        @Test
        void makesNobodyWaitForALookUpThatTakesLong() {
            turnStale();
            assertThat(asked(ONE)).isNotDone();

            // It hangs.
            pass(Silence.ASK_AGAIN_AFTER.plus(MOMENT));

            assertThat(asked(ONE)).isCompletedWithValue(TWO);
        }

        @Test
        void makesNobodyWaitLongForALookUpThatAnotherThreadHasBegun() throws InterruptedException {
            turnStale();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            oracle.meanwhile = () -> {
                begun.countDown();
                awaits(goOn);
            };
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> kept.await(ONE));
            begun.await();
            // Not long yet, but it will be in a moment.
            pass(Silence.ASK_AGAIN_AFTER.minus(MOMENT));

            CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> kept.await(ONE));
            assertThat(second).succeedsWithin(SOON).isEqualTo(TWO);
            assertThat(first).isNotDone();
            goOn.countDown();
            assertThat(first.join()).isEqualTo(LATER);
        }

        @Test
        void takesAnAnswerOfThisNodeInsteadOfTheOneThatItHad() {
            turnStale();
            oracle.silent = true;
            oracle.meanwhile = () -> kept.put(ONE, LATER);

            assertThat(kept.await(ONE)).isEqualTo(LATER);
            assertThat(kept.await(ONE)).isEqualTo(LATER);
        }

        @Test
        void failsWithTheProblemAlsoForWhoDoesNotBlock() {
            oracle.silent = true;
            CompletableFuture<Integer> answer = asked(ONE);
            run();

            assertThatThrownBy(answer::join)
                    .isInstanceOfSatisfying(CompletionException.class, failure -> assertThat(Silence.isMeantBy(failure))
                            .isTrue());
        }
    }
}
