package io.parley.silence;

import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import io.parley.problem.StoreAnswers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers that PostgreSQL does not answer, so that not everybody finds it out by waiting: meanwhile one asks at a time, a
 * moment after the last one gave up, and the rest is told at once. Logs when this begins and when it ends, nothing between.
 * Safe for use by several threads.
 */
public final class Silence {

    private static final Logger LOG = LoggerFactory.getLogger(Silence.class);

    /** How long after the last one gave up the next may ask. */
    public static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final InstantSource clock;

    /** Null while the store answers; {@link Instant#MAX} while the one asks. */
    private final AtomicReference<@Nullable Instant> askAgainAt = new AtomicReference<>();

    /** Nobody has found it silent yet. */
    public Silence(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the store did not answer the last time. */
    public boolean lasts() {
        return askAgainAt.get() != null;
    }

    /** Whether a question has been open for so long that it is like silence. */
    public boolean isLong(Instant askedAt) {
        return clock.instant().isAfter(askedAt.plus(ASK_AGAIN_AFTER));
    }

    /** How much longer a question may be open until it is; negative if it is already. */
    Duration untilLong(Instant askedAt) {
        return Duration.between(clock.instant(), askedAt.plus(ASK_AGAIN_AFTER));
    }

    /**
     * What the store answers. Blocking.
     *
     * @throws ProblemException {@code store-unavailable} without an answer, or without asking
     */
    public <T> T ask(Supplier<T> question) {
        Instant again = askAgainAt.get();
        if (again != null && (clock.instant().isBefore(again) || !askAgainAt.compareAndSet(again, Instant.MAX))) {
            throw new ProblemException(Problem.storeUnavailable());
        }
        try {
            T answer = StoreAnswers.orUnavailable(question);
            ended();
            return answer;
        } catch (RuntimeException | Error failure) {
            if (isMeantBy(failure)) {
                began();
            } else {
                ended();
            }
            throw failure;
        }
    }

    /** Whether a failure says that the store does not answer. */
    public static boolean isMeantBy(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProblemException known && known.problem().type() == ProblemType.STORE_UNAVAILABLE;
    }

    private void began() {
        if (askAgainAt.getAndSet(clock.instant().plus(ASK_AGAIN_AFTER)) == null) {
            LOG.warn("PostgreSQL does not answer; what it said before counts on for a while");
        }
    }

    private void ended() {
        if (askAgainAt.getAndSet(null) != null) {
            LOG.info("PostgreSQL answers again");
        }
    }
}
