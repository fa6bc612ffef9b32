package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Announcement;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation that this node has announced: its marker, and what is to be applied.
 *
 * <p>Applied at once when it was quiet, then at most once in {@link ProjectionSettings#coalesce(int)}; while the store does not
 * answer, again after a jittered wait. While clean it holds positions only. Ends once, when it was idle: then it covers
 * nothing more, and the conversation is announced anew.
 */
final class Active implements Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Active.class);

    private final ConversationId conversation;
    private final ProjectionParts parts;
    private final MarkerKeeper marker;
    private final Backlog backlog;
    private final Watermarks watermarks;
    private final Applier.Source entries = new Entries();
    private @Nullable ConversationState target;
    private @Nullable Seq toTell;
    private boolean underWay;
    private boolean ended;
    private long touchedNanos;
    private @Nullable Long appliedNanos;
    private long droppedAt;
    private CompletableFuture<@Nullable Void> clean = CompletableFuture.completedFuture(null);

    Active(ConversationId conversation, ProjectionParts parts) {
        this.conversation = conversation;
        this.parts = parts;
        this.marker = new MarkerKeeper(conversation, parts);
        this.watermarks = new Watermarks(conversation, parts);
        this.backlog = new Backlog(parts.settings().backlogEntriesMax(), parts.backlogs());
        this.touchedNanos = parts.runtime().nanos();
    }

    /** This, once the marker stands; empty if it has ended. */
    synchronized Optional<CompletionStage<Announcement>> announced() {
        if (ended) {
            return Optional.empty();
        }
        touchedNanos = parts.runtime().nanos();
        return Optional.of(marker.stands().thenApply(stands -> this));
    }

    @Override
    public synchronized boolean covers(EntriesCommitted committed) {
        if (ended || !marker.isHeld()) {
            return false;
        }
        parts.applier()
                .projections()
                .forEach(projection -> projection.expect(conversation, committed.entries(), committed.state()));
        // Not before: where a projection throws, the sender is told of no success, and perhaps nothing ever comes that
        // applies it.
        backlog.add(committed.entries());
        toApply(committed.state());
        return true;
    }

    @Override
    public synchronized boolean coversRepeat(ConversationState state) {
        if (ended || !marker.isHeld()) {
            return false;
        }
        if (toTell == null || state.head().isAfter(toTell)) {
            toTell = state.head();
        }
        toApply(state);
        return true;
    }

    private void toApply(ConversationState state) {
        touchedNanos = parts.runtime().nanos();
        if (target == null || !target.head().isAfter(state.head())) {
            target = state;
        }
        if (!underWay) {
            underWay = true;
            if (clean.isDone()) {
                clean = new CompletableFuture<>(); // Else somebody waits for it, until nothing is left at all.
            }
            long wait = untilNext(state.members().size());
            if (wait > 0) {
                parts.runtime().after(Duration.ofNanos(wait), () -> apply(0));
            } else {
                parts.runtime().executor().execute(() -> apply(0));
            }
        }
    }

    private long untilNext(int members) {
        return appliedNanos == null ? 0 : parts.settings().coalesce(members).toNanos() - (touchedNanos - appliedNanos);
    }

    private void apply(int tries) {
        ConversationState state;
        synchronized (this) {
            state = target;
            appliedNanos = parts.runtime().nanos();
        }
        if (state == null) {
            return;
        }
        // Begun in a stage: what throws is tried again like what fails.
        CompletableFuture.completedStage(conversation)
                .thenCompose(begun -> watermarks.marks())
                .thenComposeAsync(
                        present -> parts.applier().apply(conversation, present, state, entries),
                        parts.runtime().executor())
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                applied(state);
                            } else {
                                if (tries == 0) {
                                    LOG.warn("Conversation {} is not projected yet", conversation, failure);
                                }
                                giveWay();
                                parts.runtime().after(parts.backOff().after(tries), () -> apply(tries + 1));
                            }
                        },
                        parts.runtime().executor());
    }

    /** From the backlog, else from the log. */
    private final class Entries implements Applier.Source {

        @Override
        public CompletionStage<List<Entry>> read(Seq from, Seq to) {
            return atHand(from, to)
                    .<CompletionStage<List<Entry>>>map(CompletableFuture::completedFuture)
                    .orElseGet(() -> parts.log().entries(conversation, from, to));
        }

        @Override
        public Optional<Long> bytes(Seq from, Seq to) {
            return atHand(from, to).map(Backlog::stepBytes);
        }
    }

    private synchronized Optional<List<Entry>> atHand(Seq from, Seq to) {
        return backlog.range(from, to);
    }

    private synchronized void giveWay() {
        backlog.giveWay();
    }

    private void applied(ConversationState state) {
        watermarks.saveIfFar();
        boolean told;
        synchronized (this) {
            // A repeat that came meanwhile may lie further than what was applied here: its turn comes.
            told = toTell != null && !toTell.isAfter(state.head());
            if (told) {
                toTell = null;
            }
            underWay = false;
            backlog.forget(state.head());
            if (target != null && target.head().isAfter(state.head())) {
                toApply(target);
            } else {
                target = null;
                clean.complete(null);
            }
        }
        if (told) {
            parts.repaired().accept(new ConversationRepaired(conversation, state));
        }
    }

    /** Ends if there was nothing to do for a while, or at once for a node that stops; empty if it goes on. */
    synchronized Optional<CompletionStage<?>> endIfIdle(boolean stopping) {
        Duration idle = Duration.ofNanos(parts.runtime().nanos() - touchedNanos);
        boolean busy = underWay || marker.isUnderWay();
        if (ended || busy || (!stopping && idle.compareTo(parts.settings().idleAfter()) < 0)) {
            return Optional.empty();
        }
        ended = true;
        droppedAt = marker.end();
        // All is applied: a watermark that lags makes somebody do it again, a marker that stays would stay for ever.
        return Optional.of(watermarks
                .saveLast()
                .handle((saved, failure) -> conversation)
                .thenComposeAsync(saved -> drop(), parts.runtime().executor()));
    }

    /** Drops the marker of what has ended; to be called again when that fails. */
    synchronized CompletionStage<?> drop() {
        return marker.drop(droppedAt);
    }

    /** Completes when nothing is left to apply. */
    synchronized CompletionStage<?> clean() {
        return clean;
    }

    /** The oldest shard of this incarnation that the marker may stand in. */
    long firstShard(Incarnation present) {
        return marker.firstShard(present);
    }
}
