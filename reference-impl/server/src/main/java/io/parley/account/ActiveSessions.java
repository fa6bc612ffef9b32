package io.parley.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.account.SessionStore.Session;
import io.parley.limits.Limits;
import io.parley.problem.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens: the signature and the end first, then whether the session is still active.
 *
 * <p>While PostgreSQL answers, what is answered here is at most {@code token.session-cache-seconds} old, so a logout on
 * another node takes that long to be seen; one on this node counts at once. While it does not, what it said before counts
 * on, up to {@code token.session-stale-max-seconds}: a client fills its gaps by request. Of a session of which nothing is
 * known the answer is {@code store-unavailable}. Only who asks first after it fell silent waits for its time-out.
 */
final class ActiveSessions implements AccessTokens {

    static final int SESSIONS_MAX = 20_000;

    private final AccessTokenCodec codec;
    private final SessionStore store;
    private final Duration freshFor;
    private final Duration usableFor;
    private final InstantSource clock;
    private final Executor blocking;
    private final Silence silence;
    private final Cache<Session, Known> known;
    private final ConcurrentMap<Session, LookUp> lookUps = new ConcurrentHashMap<>();

    /** What PostgreSQL said; it was asked at this time. */
    private record Known(boolean isActive, Instant at) {

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    /** A question that is open. */
    private record LookUp(Instant since, CompletableFuture<Boolean> answer) {}

    /** @param blocking where PostgreSQL is asked whether it is back, while nobody waits for that */
    ActiveSessions(
            AccessTokenCodec codec, SessionStore store, Limits.Token limits, InstantSource clock, Executor blocking) {
        this(codec, store, limits, clock, blocking, SESSIONS_MAX);
    }

    ActiveSessions(
            AccessTokenCodec codec,
            SessionStore store,
            Limits.Token limits,
            InstantSource clock,
            Executor blocking,
            int sessionsMax) {
        this.codec = codec;
        this.store = store;
        this.freshFor = limits.sessionCache();
        this.usableFor = limits.sessionStaleMax();
        this.clock = clock;
        this.blocking = blocking;
        this.silence = new Silence("sessions", clock);
        this.known = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(sessionsMax)
                .build();
    }

    @Override
    public Optional<Caller> verify(String token) {
        return codec.read(token)
                .filter(caller -> isActive(new Session(caller.session(), caller.user(), caller.device())));
    }

    /** After the session's end was committed: it counts here from now on, also against a question that is open. */
    void ended(Session session) {
        lookUps.compute(session, (same, open) -> {
            known.put(session, new Known(false, clock.instant()));
            return null;
        });
    }

    /** How many sessions are in memory. */
    long sessionsHeld() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private boolean isActive(Session session) {
        Known held = known.getIfPresent(session);
        Instant now = clock.instant();
        if (held != null && held.isYoungerThan(freshFor, now)) {
            return held.isActive();
        }
        if (held == null || !held.isYoungerThan(usableFor, now)) {
            return ask(session, null);
        }
        return silence.lasts() ? withoutWaiting(session, held) : ask(session, held);
    }

    private boolean withoutWaiting(Session session, Known usable) {
        LookUp mine = new LookUp(clock.instant(), new CompletableFuture<>());
        if (lookUps.putIfAbsent(session, mine) == null) {
            try {
                blocking.execute(() -> lookUp(session, mine));
            } catch (RejectedExecutionException stopping) {
                failed(session, mine, stopping);
            }
        }
        return usable.isActive();
    }

    /** Who asks while somebody else does shares the answer, and a failure too: nobody waits in turn for a dead store. */
    private boolean ask(Session session, @Nullable Known usable) {
        LookUp mine = new LookUp(clock.instant(), new CompletableFuture<>());
        LookUp other = lookUps.putIfAbsent(session, mine);
        if (other == null) {
            lookUp(session, mine);
        } else if (usable != null && silence.isLong(other.since())) {
            return usable.isActive();
        }
        try {
            return (other == null ? mine : other).answer().join();
        } catch (CompletionException e) {
            RuntimeException failure = e.getCause() instanceof RuntimeException cause ? cause : e;
            if (usable == null || !Silence.isMeantBy(failure)) {
                throw failure;
            }
            // It may have ended here meanwhile.
            return Objects.requireNonNullElse(known.getIfPresent(session), usable)
                    .isActive();
        }
    }

    private void lookUp(Session session, LookUp mine) {
        try {
            boolean isActive = silence.ask(() -> store.isActive(session));
            lookUps.computeIfPresent(session, (same, open) -> {
                if (open.equals(mine)) {
                    known.put(session, new Known(isActive, mine.since()));
                    return null;
                }
                return open;
            });
            mine.answer().complete(isActive);
        } catch (RuntimeException | Error failure) {
            failed(session, mine, failure);
        }
    }

    /** Whatever it was, who waits must be told. */
    private void failed(Session session, LookUp mine, Throwable failure) {
        lookUps.remove(session, mine);
        mine.answer().completeExceptionally(failure);
    }
}
