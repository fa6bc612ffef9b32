package io.parley.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.acceptance.PostgresAdapters;
import io.parley.contact.BlockStore.Addition;
import io.parley.contact.BlockStore.Block;
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
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is known of blocks, and how old it may be; the rest is what kept answers have in common. */
@Verifies({"USR-5", "MSG-17"})
class KnownBlocksTest {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration USABLE = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final int BLOCKS_MAX = 3;
    private static final int IDS_MAX = 50;

    @RegisterExtension
    static final PostgresAdapters POSTGRES = new PostgresAdapters();

    private final BlockStore store = POSTGRES.of(BlockStore.class);
    private final UserId ann = POSTGRES.newUser().id();
    private final UserId bob = POSTGRES.newUser().id();
    private final UserId cat = POSTGRES.newUser().id();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final KnownBlocks known = new KnownBlocks(
            store,
            new Limits.Contact(BLOCKS_MAX, FRESH, USABLE),
            new Silence(() -> now),
            () -> now,
            waiting::add,
            IDS_MAX);

    private void block(UserId blocker, UserId blocked) {
        assertThat(store.add(blocker, new Block(blocked, now), BLOCKS_MAX)).isEqualTo(Addition.ADDED);
    }

    /** One whom nobody has blocked, so that no account is needed. */
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
        block(ann, bob);

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
            block(bob, ann);

            pass(FRESH.minus(MOMENT));
            assertThat(standsAtOnce(ann, bob)).isFalse();
            waiting.clear();
        }

        @Test
        void areNotUsedBeyondThatAge() {
            assertThat(stands(ann, bob)).isFalse();
            block(bob, ann);

            pass(FRESH);

            assertThat(asked(ann, bob)).isNotDone();
            assertThat(stands(ann, bob)).isTrue();
        }

        @Test
        void areReadAheadOfTimeForWhoWritesOnAndOn() {
            stands(ann, bob);
            block(bob, ann);

            pass(FRESH.dividedBy(2));
            assertThat(standsAtOnce(ann, bob)).isFalse();
            run();

            assertThat(standsAtOnce(ann, bob)).isTrue();
        }

        @Test
        void takeAChangeOfThisNodeAtOnceForBothSides() {
            stands(ann, bob);
            stands(bob, ann);
            block(ann, bob);
            known.changed(ann, bob, true);

            assertThat(stands(bob, ann)).isTrue();
            assertThat(stands(ann, bob)).isTrue();
            store.remove(ann, bob);
            known.changed(ann, bob, false);
            assertThat(stands(bob, ann)).isFalse();
            assertThat(stands(ann, bob)).isFalse();
        }

        @Test
        void doNotKeepAReadingThatAChangeOvertook() {
            POSTGRES.afterAnswer(() -> {
                block(bob, ann);
                known.changed(bob, ann, true);
            });
            assertThat(stands(ann, bob)).isFalse();

            assertThat(stands(ann, bob)).isTrue();
        }

        @Test
        void forgetWhomTheyHaveNoRoomFor() {
            Stream.generate(KnownBlocksTest::user).limit(4L * IDS_MAX).forEach(user -> stands(user, bob));
            int readings = POSTGRES.questions();

            Stream.generate(KnownBlocksTest::user).limit(IDS_MAX).forEach(user -> stands(user, bob));

            assertThat(POSTGRES.questions()).isEqualTo(readings + IDS_MAX);
            assertThat(known.idsHeld()).isLessThanOrEqualTo(IDS_MAX);
        }

        @Test
        void areLookedUpByPairForWhomTooManyHaveBlocked() {
            KnownBlocks roomy = new KnownBlocks(
                    store,
                    new Limits.Contact(BLOCKS_MAX, FRESH, USABLE),
                    new Silence(() -> now),
                    () -> now,
                    Runnable::run,
                    10_000);
            crowdThatBlocks(bob, KnownBlocks.BLOCKED_BY_MAX + 1);
            UserId last = POSTGRES.newUser().id();
            block(last, bob);
            int questions = POSTGRES.questions();

            assertThat(roomy.standsBetween(bob, last).toCompletableFuture()).isCompletedWithValue(true);
            assertThat(roomy.standsBetween(bob, ann).toCompletableFuture()).isCompletedWithValue(false);
            int readingOfBob = 1;
            assertThat(POSTGRES.questions()).isEqualTo(questions + readingOfBob + 2);
        }

        private void crowdThatBlocks(UserId blocked, int users) {
            assertThat(POSTGRES.sql()
                            .sql("""
                            WITH crowd AS (
                                INSERT INTO account (id, username, display_name, password_hash, created_at)
                                SELECT id, 'crowd-' || id, 'One of many', '', now()
                                FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, :users)) AS ids
                                RETURNING id
                            )
                            INSERT INTO block (blocker, blocked, created_at) SELECT id, :blocked, now() FROM crowd""")
                            .param("users", users)
                            .param("blocked", blocked.value())
                            .update())
                    .isEqualTo(users);
        }
    }

    @Nested
    class WhilePostgresIsSilent {

        @Test
        void areUsedUpToTheAgeThatIsStated() {
            block(bob, ann);
            stands(ann, bob);
            POSTGRES.isSilent(true);

            pass(USABLE.minus(MOMENT));
            assertThat(stands(ann, bob)).isTrue();
            assertThat(stands(ann, cat)).isFalse();
            pass(MOMENT);
            assertThat(isUnavailable(ann, bob)).isTrue();
        }

        @Test
        void areNotThereForWhoWasNotSeenBefore() {
            POSTGRES.isSilent(true);

            assertThat(isUnavailable(ann, bob)).isTrue();
        }

        @Test
        void refuseWhoConnectsAndIsNotKnown() {
            POSTGRES.isSilent(true);

            assertThatThrownBy(() -> known.prepare(ann)).isInstanceOf(ProblemException.class);
            POSTGRES.isSilent(false);
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
        block(bob, ann);
        known.prepare(ann);
        pass(FRESH);
        POSTGRES.isSilent(true);
        known.prepare(ann);

        assertThat(standsAtOnce(ann, bob)).isTrue();
    }

    @Test
    void areKeptUsableForWhoIsConnected() {
        int readings = POSTGRES.questions();
        known.prepare(ann);
        pass(USABLE.dividedBy(2).minus(MOMENT));
        known.keep(ann);
        assertThat(waiting).isEmpty();
        pass(MOMENT);
        known.keep(ann);
        run();
        assertThat(POSTGRES.questions()).isEqualTo(readings + 2);
        POSTGRES.isSilent(true);

        pass(USABLE.minus(MOMENT));

        assertThat(stands(ann, bob)).isFalse();
    }
}
