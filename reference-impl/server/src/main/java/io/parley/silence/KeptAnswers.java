package io.parley.silence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * Answers of PostgreSQL in memory, so that work neither waits for it each time nor ends with it.
 *
 * <p>While PostgreSQL answers, what is answered here is younger than {@link Ages#freshFor}. While it does not, what it said
 * before counts on until it is {@link Ages#usableFor} old; beyond, and for a key of which nothing is known, the answer is a
 * {@link ProblemException} {@code store-unavailable}. Other failures are passed on, whatever is kept. What happens to a key
 * on this node counts at once, also against a look-up that began before.
 *
 * <p>A key is looked up once at a time; who asks meanwhile shares the answer, and the failure. Of those who could be answered
 * from memory, a thread that looks a key up itself waits for PostgreSQL's time-out, until the {@link Silence} is known; one
 * that waits for another's look-up does so until that takes as long as silence, and who comes later not at all. A stage that
 * was given out before completes when the look-up ends; no thread waits for it. Safe for use by several threads.
 *
 * <p>An answer's age counts from before it was asked for. A look-up is begun by whichever thread comes to it first: who may
 * block does not wait for one that still queues for a thread, perhaps the caller's own.
 *
 * @param <K> what is asked about
 * @param <A> the answer; immutable
 */
public final class KeptAnswers<K, A> {

    /**
     * How old an answer may be.
     *
     * @param freshFor while PostgreSQL answers
     * @param usableFor while it is silent; not shorter
     */
    public record Ages(Duration freshFor, Duration usableFor) {

        /** Checks their order. */
        public Ages {
            if (usableFor.compareTo(freshFor) < 0) {
                throw new IllegalArgumentException("usableFor=" + usableFor + ", expected at least " + freshFor);
            }
        }
    }

    /**
     * How much is kept; what is dropped is asked for again.
     *
     * @param weightMax of all answers together
     * @param weight of one answer
     */
    public record Room<A>(int weightMax, ToIntFunction<A> weight) {

        /** Room for this many answers. */
        public static <A> Room<A> forAnswers(int max) {
            return new Room<>(max, answer -> 1);
        }
    }

    private final Function<K, A> question;
    private final Ages ages;
    private final Silence silence;
    private final InstantSource clock;
    private final Executor blocking;
    private final Cache<K, Kept<A>> kept;
    private final ConcurrentMap<K, LookUp> lookUps = new ConcurrentHashMap<>();

    /**
     * Keeps nothing yet.
     *
     * @param question asks PostgreSQL; blocks
     * @param silence of PostgreSQL; shared by those who ask the same one
     * @param blocking where it is asked while nobody's thread waits for that
     */
    public KeptAnswers(
            Function<K, A> question, Ages ages, Room<A> room, Silence silence, InstantSource clock, Executor blocking) {
        this.question = question;
        this.ages = ages;
        this.silence = silence;
        this.clock = clock;
        this.blocking = blocking;
        this.kept = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(room.weightMax())
                .weigher((K key, Kept<A> known) -> room.weight().applyAsInt(known.answer()))
                .build();
    }

    /** The answer, now or once it has been looked up. Does not block. */
    public CompletionStage<A> of(K key) {
        return answer(key, this::elsewhere, lookUp -> lookUp.answer);
    }

    /**
     * The answer; looked up on the caller's thread, which blocks for that.
     *
     * @throws ProblemException {@code store-unavailable} if PostgreSQL does not answer, and nothing that may be used is known
     */
    public A await(K key) {
        try {
            return answer(key, this::here, LookUp::whileNotLong)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Has it looked up, beside what goes on, unless what is kept is younger than this. Does not block. */
    public void renew(K key, Duration age) {
        Kept<A> held = kept.getIfPresent(key);
        if (held == null || !held.isFresh(age, clock.instant())) {
            elsewhere(key);
        }
    }

    /** After what makes this the answer was committed on this node. */
    public void put(K key, A answer) {
        overtake(key, () -> kept.put(key, new Kept<>(answer, clock.instant(), false)));
    }

    /** After a change was committed on this node: what is kept follows it, is no younger by that, and is asked for again. */
    public void change(K key, UnaryOperator<A> change) {
        overtake(key, () -> kept.asMap()
                .computeIfPresent(key, (same, held) -> new Kept<>(change.apply(held.answer()), held.at(), true)));
    }

    /** The weight of all that is kept. */
    public long weightHeld() {
        kept.cleanUp();
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private void overtake(K key, Runnable event) {
        lookUps.compute(key, (same, open) -> {
            event.run();
            return null;
        });
    }

    private CompletionStage<A> answer(
            K key, Function<K, LookUp> asking, Function<LookUp, CompletableFuture<A>> waiting) {
        Kept<A> held = kept.getIfPresent(key);
        Instant now = clock.instant();
        if (held == null || !held.isYoungerThan(ages.usableFor(), now)) {
            return asking.apply(key).answer;
        }
        if (held.isFresh(ages.freshFor(), now)) {
            return CompletableFuture.completedFuture(held.answer());
        }
        if (silence.lasts()) {
            elsewhere(key);
            return CompletableFuture.completedFuture(held.answer());
        }
        LookUp lookUp = asking.apply(key);
        return lookUp.isLong()
                ? CompletableFuture.completedFuture(held.answer())
                : waiting.apply(lookUp).exceptionallyCompose(failure -> inPlaceOf(failure, key, held));
    }

    private CompletionStage<A> inPlaceOf(Throwable failure, K key, Kept<A> held) {
        // Something may have happened here meanwhile.
        return failure instanceof TimeoutException || Silence.isMeantBy(failure)
                ? CompletableFuture.completedFuture(
                        Objects.requireNonNullElse(kept.getIfPresent(key), held).answer())
                : CompletableFuture.failedFuture(failure);
    }

    private LookUp here(K key) {
        LookUp mine = new LookUp(key, clock.instant());
        LookUp other = lookUps.putIfAbsent(key, mine);
        LookUp open = other == null ? mine : other;
        open.run();
        return open;
    }

    private LookUp elsewhere(K key) {
        LookUp mine = new LookUp(key, clock.instant());
        LookUp other = lookUps.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        try {
            blocking.execute(mine);
        } catch (RejectedExecutionException stopping) {
            mine.failed(stopping);
        }
        return mine;
    }

    /** A question that is open. */
    private final class LookUp implements Runnable {

        private final K key;
        private final Instant since;
        private final AtomicBoolean isBegun = new AtomicBoolean();
        private final CompletableFuture<A> answer = new CompletableFuture<>();

        LookUp(K key, Instant since) {
            this.key = key;
            this.since = since;
        }

        @Override
        public void run() {
            if (!isBegun.compareAndSet(false, true)) {
                return;
            }
            try {
                A said = silence.ask(() -> question.apply(key));
                lookUps.computeIfPresent(key, (same, open) -> {
                    if (open.equals(this)) {
                        kept.put(key, new Kept<>(said, since, false));
                        return null;
                    }
                    return open;
                });
                answer.complete(said);
            } catch (RuntimeException | Error failure) {
                failed(failure);
            }
        }

        boolean isLong() {
            return !answer.isDone() && silence.isLong(since);
        }

        /** The answer, if it comes before this is long: for a thread that does not look it up itself. */
        CompletableFuture<A> whileNotLong() {
            return answer.copy().orTimeout(silence.untilLong(since).toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Whatever it was, who waits must be told. */
        void failed(Throwable failure) {
            lookUps.remove(key, this);
            answer.completeExceptionally(failure);
        }
    }
}
