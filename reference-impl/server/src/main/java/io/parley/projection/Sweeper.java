package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.projection.IncarnationStore.Beat;
import io.parley.projection.MarkerStore.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes good what a dead node announced: reads each head serially, applies the projections from their watermark, tells who
 * is connected, and only then removes markers and row. A conversation that cannot be made good keeps its marker and the row,
 * and nobody else waits for it; it is tried again after ever longer waits. Two sweeps at once do the same twice.
 *
 * <p>Why nothing that was acknowledged is lost: a node tells a sender only after it found, later than the commit, that it
 * still held its lease (or had announced anew). While it holds it, nobody has declared it dead; so whoever declares it dead
 * reads the head after that commit. An entry that a dead node's proposal becomes after the sweep was told to nobody; when
 * its sender repeats it, the repeat is announced and projected like an append.
 */
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** Markers that are read at a time. */
    private static final int PAGE = 256;

    /** After every timestamp that an incarnation gives, like the clearing of a whole shard. */
    private static final long FOR_EVER = Long.MAX_VALUE - 1;

    private final IncarnationStore incarnations;
    private final ProjectionParts parts;
    private final PutOff putOff;

    Sweeper(IncarnationStore incarnations, ProjectionParts parts) {
        this.incarnations = incarnations;
        this.parts = parts;
        this.putOff = new PutOff(parts.settings(), parts.runtime());
    }

    /** Completes also when something is left that could not be made good; exceptionally when the store did not answer. */
    CompletionStage<?> sweep(Beat dead) {
        long begun = parts.runtime().nanos();
        putOff.forgetOld();
        AtomicInteger left = new AtomicInteger();
        return shards(dead, left)
                .thenComposeAsync(
                        swept -> left.get() > 0 ? CompletableFuture.completedFuture(null) : remove(dead, begun),
                        parts.runtime().executor());
    }

    private CompletionStage<?> remove(Beat dead, long begun) {
        return incarnations.remove(dead.incarnation()).thenRun(() -> {
            Duration took = Duration.ofNanos(parts.runtime().nanos() - begun);
            if (took.compareTo(parts.settings().repairMax()) > 0) {
                LOG.warn("Node {} was swept in {}, later than promised", dead.incarnation(), took);
            } else {
                LOG.info("Node {} was swept in {}", dead.incarnation(), took);
            }
        });
    }

    /** To the one after the last that the row names: its next renewal was never confirmed. */
    private CompletionStage<?> shards(Beat dead, AtomicInteger left) {
        List<Long> all = LongStream.rangeClosed(dead.firstShard(), dead.lastShard() + 1)
                .boxed()
                .toList();
        return InParallel.forEach(all, 1, parts.runtime().executor(), shard -> shard(dead, shard, left));
    }

    private CompletionStage<?> shard(Beat dead, long shard, AtomicInteger left) {
        int before = left.get();
        return page(dead, shard, Optional.empty(), left)
                .thenComposeAsync(
                        repaired -> left.get() > before
                                ? CompletableFuture.completedFuture(null)
                                : parts.markers().clear(dead.incarnation(), shard),
                        parts.runtime().executor());
    }

    private CompletionStage<?> page(Beat dead, long shard, Optional<ConversationId> after, AtomicInteger left) {
        return parts.markers()
                .list(dead.incarnation(), shard, after, PAGE)
                .thenComposeAsync(
                        marked -> InParallel.forEach(
                                        marked,
                                        parts.settings().parallelMax(),
                                        parts.runtime().executor(),
                                        each -> attempt(new Place(dead.incarnation(), shard, each), left))
                                .thenComposeAsync(
                                        done -> marked.size() < PAGE
                                                ? CompletableFuture.completedFuture(null)
                                                : page(dead, shard, Optional.of(last(marked)), left),
                                        parts.runtime().executor()),
                        parts.runtime().executor());
    }

    /** Never fails: what cannot be made good is left, and put off. */
    private CompletionStage<?> attempt(Place place, AtomicInteger left) {
        ConversationId conversation = place.conversation();
        if (!putOff.isDue(conversation)) {
            left.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }
        // Begun in a stage: what throws is put off like what fails.
        return CompletableFuture.completedStage(conversation)
                .thenCompose(this::repair)
                .thenComposeAsync(
                        done -> dropIfOthersStay(place), parts.runtime().executor())
                .handle((done, failure) -> {
                    if (failure == null) {
                        putOff.madeGood(conversation);
                    } else {
                        left.incrementAndGet();
                        putOff.failed(conversation, failure);
                    }
                    return conversation;
                });
    }

    /** Where a shard may have to stay, what was made good leaves it alone: else it would be made good with every sweep. */
    private CompletionStage<?> dropIfOthersStay(Place place) {
        return putOff.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : parts.markers().drop(place, FOR_EVER);
    }

    /** Applies all that was decided for a conversation and is not applied yet. */
    private CompletionStage<?> repair(ConversationId conversation) {
        return parts.log()
                .settled(conversation)
                .thenComposeAsync(
                        state -> repair(conversation, state), parts.runtime().executor());
    }

    private CompletionStage<?> repair(ConversationId conversation, ConversationState state) {
        if (!state.exists()) {
            return CompletableFuture.completedFuture(null);
        }
        return parts.applier()
                .watermarks(conversation)
                .thenComposeAsync(
                        kept -> {
                            Map<String, Seq> marks = new HashMap<>(kept);
                            return parts.applier()
                                    .apply(conversation, marks, state, (from, to) -> parts.log()
                                            .entries(conversation, from, to))
                                    .thenCompose(applied -> parts.applier().save(conversation, kept, marks));
                        },
                        parts.runtime().executor())
                .thenRun(() -> parts.repaired().accept(new ConversationRepaired(conversation, state)));
    }

    private static ConversationId last(List<ConversationId> page) {
        return page.get(page.size() - 1);
    }
}
