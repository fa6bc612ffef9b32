package io.parley.contact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.problem.ProblemException;
import io.parley.problem.Silence;
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
import java.util.function.UnaryOperator;

/**
 * The blocks around users, in memory: messages between two people must not wait for PostgreSQL, nor end with it.
 *
 * <p>While PostgreSQL answers, what is answered here is at most {@code contact.block-cache-seconds} old; a change on this
 * node counts at once. While it does not, what was read before counts on, up to {@code contact.block-stale-max-seconds};
 * beyond, and for users of whom nothing was read, stages complete exceptionally with {@code store-unavailable}. Only who
 * asks first after it fell silent waits for its time-out. Bounded in the ids that it holds. Safe for use by several threads.
 */
public final class KnownBlocks {

    /** Ids in memory, of all users together; what is dropped is read again. */
    static final int IDS_MAX = 200_000;

    /** Of those who have blocked one user; of a user with more, each pair is looked up by itself. */
    static final int BLOCKED_BY_MAX = 1_000;

    private final BlockStore store;
    private final Duration freshFor;
    private final Duration usableFor;
    private final InstantSource clock;
    private final Executor blocking;
    private final Silence silence;
    private final Cache<UserId, Known> cache;
    private final ConcurrentMap<UserId, Load> loads = new ConcurrentHashMap<>();

    /** A reading that is under way. */
    private record Load(Instant since, CompletableFuture<Known> result) {}

    /** @param blocking where the store is read */
    KnownBlocks(BlockStore store, Limits.Contact limits, InstantSource clock, Executor blocking) {
        this(store, limits, clock, blocking, IDS_MAX);
    }

    KnownBlocks(BlockStore store, Limits.Contact limits, InstantSource clock, Executor blocking, int idsMax) {
        this.store = store;
        this.freshFor = limits.blockCache();
        this.usableFor = limits.blockStaleMax();
        this.clock = clock;
        this.blocking = blocking;
        this.silence = new Silence("blocks", clock);
        this.cache = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(idsMax)
                .weigher((UserId user, Known known) -> known.size())
                .build();
    }

    /**
     * Whether one of the two has blocked the other. Does not block.
     *
     * @param asking whose blocks are kept in memory for the next time
     */
    public CompletionStage<Boolean> standsBetween(UserId asking, UserId other) {
        return of(asking)
                .thenCompose(known -> known.has(other) || known.sides().isWhole()
                        ? CompletableFuture.completedFuture(known.has(other))
                        : lookUp(asking, other));
    }

    /**
     * Reads what is not known of a user who connects. Blocking; waits for no other reading.
     *
     * @throws ProblemException if the store does not answer, and nothing that may be used is known
     */
    public void prepare(UserId user) {
        Known held = cache.getIfPresent(user);
        Instant now = clock.instant();
        if (held != null && held.isFresh(freshFor, now)) {
            return;
        }
        Load mine = new Load(now, new CompletableFuture<>());
        loads.put(user, mine);
        read(user, mine);
        if (held == null || !held.isYoungerThan(usableFor, now)) {
            done(mine);
        }
    }

    private static void done(Load load) {
        try {
            load.result().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }

    /** Called now and then for a user who is connected: what is known of them stays usable for half its time at least. */
    public void keep(UserId user) {
        Known held = cache.getIfPresent(user);
        if (held == null || !held.isYoungerThan(usableFor.dividedBy(2), clock.instant())) {
            load(user);
        }
    }

    /** After a change was committed: it counts here from now on, also against a reading that is under way. */
    void changed(UserId blocker, UserId blocked, boolean stands) {
        change(blocker, known -> known.withBlocked(blocked, stands));
        change(blocked, known -> known.withBlockedBy(blocker, stands));
    }

    /** How many ids are in memory. */
    int idsHeld() {
        return cache.asMap().values().stream().mapToInt(Known::size).sum();
    }

    private void change(UserId user, UnaryOperator<Known> change) {
        loads.compute(user, (id, underWay) -> {
            cache.asMap().computeIfPresent(user, (same, known) -> change.apply(known));
            return null;
        });
    }

    private CompletionStage<Known> of(UserId user) {
        Known held = cache.getIfPresent(user);
        Instant now = clock.instant();
        if (held == null || !held.isYoungerThan(usableFor, now)) {
            return load(user).result();
        }
        if (held.isFresh(freshFor, now)) {
            if (!held.isFresh(freshFor.dividedBy(2), now)) {
                // Ahead of time, so that who writes on and on never waits.
                load(user);
            }
            return CompletableFuture.completedFuture(held);
        }
        boolean isSilent = silence.lasts();
        Load load = load(user);
        return isSilent || silence.isLong(load.since())
                ? CompletableFuture.completedFuture(held)
                : load.result().exceptionallyCompose(failure -> inPlaceOf(failure, user, held));
    }

    private CompletionStage<Known> inPlaceOf(Throwable failure, UserId user, Known held) {
        return Silence.isMeantBy(failure)
                ? CompletableFuture.completedFuture(Objects.requireNonNullElse(cache.getIfPresent(user), held))
                : CompletableFuture.failedFuture(failure);
    }

    /** One reading at a time per user; who asks meanwhile shares its answer, and its failure. */
    private Load load(UserId user) {
        Load mine = new Load(clock.instant(), new CompletableFuture<>());
        Load other = loads.putIfAbsent(user, mine);
        if (other != null) {
            return other;
        }
        try {
            blocking.execute(() -> read(user, mine));
        } catch (RejectedExecutionException stopping) {
            failed(user, mine, stopping);
        }
        return mine;
    }

    private void read(UserId user, Load mine) {
        try {
            Known known = new Known(silence.ask(() -> store.around(user, BLOCKED_BY_MAX)), mine.since(), false);
            loads.computeIfPresent(user, (id, load) -> {
                if (load.equals(mine)) {
                    cache.put(user, known);
                    return null;
                }
                return load;
            });
            mine.result().complete(known);
        } catch (RuntimeException | Error failure) {
            failed(user, mine, failure);
        }
    }

    /** Whatever it was, who waits must be told. */
    private void failed(UserId user, Load mine, Throwable failure) {
        loads.remove(user, mine);
        mine.result().completeExceptionally(failure);
    }

    private CompletionStage<Boolean> lookUp(UserId one, UserId other) {
        return CompletableFuture.supplyAsync(() -> silence.ask(() -> store.standsBetween(one, other)), blocking);
    }
}
