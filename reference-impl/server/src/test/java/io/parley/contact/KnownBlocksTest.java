package io.parley.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.problem.ProblemException;
import io.parley.silence.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is known of blocks, and how old it may be; the rest is what kept answers have in common. */
@Verifies({"USR-5", "MSG-17"})
class KnownBlocksTest {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration USABLE = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final int IDS_MAX = 50;

    private final UserId ann = user();
    private final UserId bob = user();
    private final UserId cat = user();
    private final BlockTable table = new BlockTable();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final KnownBlocks known = new KnownBlocks(
            table, new Limits.Contact(3, FRESH, USABLE), new Silence(() -> now), () -> now, waiting::add, IDS_MAX);

    private static UserId user() {
        return new UserId(UuidCreator.getTimeOrderedEpoch());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private CompletableFuture<Boolean> asked(UserId asking, UserId other) {
        return known.standsBetween(asking, other).toCompletableFuture();
    }

    /** The answer, once what was started has run. */
    private boolean stands(UserId asking, UserId other) {
        CompletableFuture<Boolean> answer = asked(asking, other);
        run();
        return answer.join();
    }

    /** The answer that is there without reading anything. */
    private boolean standsAtOnce(UserId asking, UserId other) {
        CompletableFuture<Boolean> answer = asked(asking, other);
        assertThat(answer).isDone();
        return answer.join();
    }

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void tellBothSidesOfABlockAndNobodyElse() {
        table.add(ann, bob);

        assertThat(stands(ann, bob)).isTrue();
        assertThat(stands(bob, ann)).isTrue();
        assertThat(stands(ann, cat)).isFalse();
        assertThat(stands(cat, bob)).isFalse();
    }

    @Nested
    class WhilePostgresAnswers {

        @Test
        void areReadAgainAtTheAgeThatIsStated() {
            assertThat(stands(ann, bob)).isFalse();
            table.add(bob, ann);

            pass(FRESH.minus(MOMENT));
            assertThat(standsAtOnce(ann, bob)).isFalse();
            waiting.clear();
        }

        @Test
        void areNotUsedBeyondThatAge() {
            assertThat(stands(ann, bob)).isFalse();
            table.add(bob, ann);

            pass(FRESH);

            assertThat(asked(ann, bob)).isNotDone();
            assertThat(stands(ann, bob)).isTrue();
        }

        @Test
        void areReadAheadOfTimeForWhoWritesOnAndOn() {
            stands(ann, bob);
            table.add(bob, ann);

            pass(FRESH.dividedBy(2));
            assertThat(standsAtOnce(ann, bob)).isFalse();
            run();

            assertThat(standsAtOnce(ann, bob)).isTrue();
        }

        @Test
        void takeAChangeOfThisNodeAtOnceForBothSides() {
            stands(ann, bob);
            stands(bob, ann);
            table.add(ann, bob);
            known.changed(ann, bob, true);

            assertThat(stands(bob, ann)).isTrue();
            assertThat(stands(ann, bob)).isTrue();
            table.remove(ann, bob);
            known.changed(ann, bob, false);
            assertThat(stands(bob, ann)).isFalse();
            assertThat(stands(ann, bob)).isFalse();
        }

        @Test
        void doNotKeepAReadingThatAChangeOvertook() {
            table.afterReading = () -> {
                table.add(bob, ann);
                known.changed(bob, ann, true);
            };
            assertThat(stands(ann, bob)).isFalse();

            assertThat(stands(ann, bob)).isTrue();
        }

        @Test
        void forgetWhomTheyHaveNoRoomFor() {
            Stream.generate(KnownBlocksTest::user).limit(4L * IDS_MAX).forEach(user -> stands(user, bob));
            int readings = table.readings;

            Stream.generate(KnownBlocksTest::user).limit(IDS_MAX).forEach(user -> stands(user, bob));

            assertThat(table.readings).isEqualTo(readings + IDS_MAX);
            assertThat(known.idsHeld()).isLessThanOrEqualTo(IDS_MAX);
        }

        @Test
        void areLookedUpByPairForWhomTooManyHaveBlocked() {
            KnownBlocks roomy = new KnownBlocks(
                    table,
                    new Limits.Contact(3, FRESH, USABLE),
                    new Silence(() -> now),
                    () -> now,
                    Runnable::run,
                    10_000);
            Stream.generate(KnownBlocksTest::user)
                    .limit(KnownBlocks.BLOCKED_BY_MAX + 1L)
                    .forEach(user -> table.add(user, bob));
            UserId last = user();
            table.add(last, bob);

            assertThat(roomy.standsBetween(bob, last).toCompletableFuture()).isCompletedWithValue(true);
            assertThat(roomy.standsBetween(bob, ann).toCompletableFuture()).isCompletedWithValue(false);
            assertThat(table.lookUps).isEqualTo(2);
        }
    }

    @Nested
    class WhilePostgresIsSilent {

        @Test
        void areUsedUpToTheAgeThatIsStated() {
            table.add(bob, ann);
            stands(ann, bob);
            table.silent = true;

            pass(USABLE.minus(MOMENT));
            assertThat(stands(ann, bob)).isTrue();
            assertThat(stands(ann, cat)).isFalse();
            pass(MOMENT);
            assertThat(isUnavailable(ann, bob)).isTrue();
        }

        @Test
        void areNotThereForWhoWasNotSeenBefore() {
            table.silent = true;

            assertThat(isUnavailable(ann, bob)).isTrue();
        }

        @Test
        void refuseWhoConnectsAndIsNotKnown() {
            table.silent = true;

            assertThatThrownBy(() -> known.prepare(ann)).isInstanceOf(ProblemException.class);
            table.silent = false;
            pass(Silence.ASK_AGAIN_AFTER);
            known.prepare(ann);
            assertThat(standsAtOnce(ann, bob)).isFalse();
        }

        private boolean isUnavailable(UserId asking, UserId other) {
            CompletableFuture<Boolean> answer = asked(asking, other);
            run();
            try {
                answer.join();
                return false;
            } catch (CompletionException e) {
                return Silence.isMeantBy(e);
            }
        }
    }

    /** Who connects holds a thread meanwhile, perhaps the only one that could do the other's reading. */
    @Test
    void areReadForWhoConnectsWithoutWaitingForAnotherReading() {
        CompletableFuture<Boolean> other = asked(ann, bob);
        known.prepare(ann);
        assertThat(standsAtOnce(ann, bob)).isFalse();
        run();

        assertThat(other).isCompletedWithValue(false);
    }

    @Test
    void areUsedForWhoConnectsWhilePostgresFallsSilent() {
        table.add(bob, ann);
        known.prepare(ann);
        pass(FRESH);
        table.silent = true;
        known.prepare(ann);

        assertThat(standsAtOnce(ann, bob)).isTrue();
    }

    @Test
    void areKeptUsableForWhoIsConnected() {
        known.prepare(ann);
        pass(USABLE.dividedBy(2).minus(MOMENT));
        known.keep(ann);
        assertThat(waiting).isEmpty();
        pass(MOMENT);
        known.keep(ann);
        run();
        assertThat(table.readings).isEqualTo(2);
        table.silent = true;

        pass(USABLE.minus(MOMENT));

        assertThat(stands(ann, bob)).isFalse();
    }
}
