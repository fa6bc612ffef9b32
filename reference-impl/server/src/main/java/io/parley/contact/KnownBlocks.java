package io.parley.contact;

import io.parley.contact.BlockStore.Sides;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.problem.ProblemException;
import io.parley.silence.KeptAnswers;
import io.parley.silence.KeptAnswers.Ages;
import io.parley.silence.KeptAnswers.Room;
import io.parley.silence.Silence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The blocks around users, in memory: messages between two people must not wait for PostgreSQL, nor end with it.
 *
 * <p>While PostgreSQL answers, what is answered here is at most {@code contact.block-cache-seconds} old; a change on this
 * node counts at once. While it does not, what was read before counts on, up to {@code contact.block-stale-max-seconds};
 * beyond, and for users of whom nothing was read, stages complete exceptionally with {@code store-unavailable}. Until its
 * silence is known, the first to ask about each user waits for its time-out, and so do stages given out within {@link
 * Silence#ASK_AGAIN_AFTER} of that; no thread but the first one does. Bounded in the ids that it holds. Safe for use by
 * several threads.
 */
public final class KnownBlocks {

    /** Ids in memory, of all users together; what is dropped is read again. */
    static final int IDS_MAX = 200_000;

    /** Of those who have blocked one user; of a user with more, each pair is looked up by itself. */
    static final int BLOCKED_BY_MAX = 1_000;

    private final BlockStore store;
    private final Executor blocking;
    private final Silence silence;
    private final Ages ages;
    private final KeptAnswers<UserId, Sides> around;

    /** @param blocking where the store is read */
    KnownBlocks(BlockStore store, Limits.Contact limits, Silence silence, InstantSource clock, Executor blocking) {
        this(store, limits, silence, clock, blocking, IDS_MAX);
    }

    KnownBlocks(
            BlockStore store,
            Limits.Contact limits,
            Silence silence,
            InstantSource clock,
            Executor blocking,
            int idsMax) {
        this.store = store;
        this.blocking = blocking;
        this.silence = silence;
        this.ages = new Ages(limits.blockCache(), limits.blockStaleMax());
        this.around = new KeptAnswers<>(
                user -> store.around(user, BLOCKED_BY_MAX),
                ages,
                new Room<>(idsMax, KnownBlocks::ids),
                silence,
                clock,
                blocking);
    }

    private static int ids(Sides sides) {
        int ofTheUser = 1;
        return ofTheUser + sides.blocked().size() + sides.blockedBy().size();
    }

    /**
     * Whether one of the two has blocked the other. Does not block.
     *
     * @param asking whose blocks are kept in memory for the next time
     */
    public CompletionStage<Boolean> standsBetween(UserId asking, UserId other) {
        // Ahead of time, so that who writes on and on never waits.
        around.renew(asking, half(ages.freshFor()));
        return around.of(asking)
                .thenCompose(sides -> sides.has(other) || sides.isWhole()
                        ? CompletableFuture.completedFuture(sides.has(other))
                        : lookUp(asking, other));
    }

    /**
     * Reads what is not known of a user who connects. Blocking.
     *
     * @throws ProblemException if the store does not answer, and nothing that may be used is known
     */
    public void prepare(UserId user) {
        around.await(user);
    }

    /** Called now and then for a user who is connected: what is known of them stays usable for half its time at least. */
    public void keep(UserId user) {
        around.renew(user, half(ages.usableFor()));
    }

    /** After a change was committed: it counts here from now on, also against a reading that is under way. */
    void changed(UserId blocker, UserId blocked, boolean stands) {
        around.change(blocker, sides -> sides.withBlocked(blocked, stands));
        around.change(blocked, sides -> sides.withBlockedBy(blocker, stands));
    }

    /** How many ids are in memory. */
    long idsHeld() {
        return around.weightHeld();
    }

    private CompletionStage<Boolean> lookUp(UserId one, UserId other) {
        return CompletableFuture.supplyAsync(() -> silence.ask(() -> store.standsBetween(one, other)), blocking);
    }

    private static Duration half(Duration time) {
        return time.dividedBy(2);
    }
}
