package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.projection.IncarnationStore.Beat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes good what a dead node announced: reads each head serially, applies the projections from their watermark, tells who
 * is connected, and only then removes markers and row. A conversation that cannot be made good keeps its shard's markers and
 * the row, and nobody else waits for it: the sweep goes on, fails in the end, and is begun again. Two at once do the same
 * twice.
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

    private final IncarnationStore incarnations;
    private final ProjectionParts parts;

    Sweeper(IncarnationStore incarnations, ProjectionParts parts) {
        this.incarnations = incarnations;
        this.parts = parts;
    }

    CompletionStage<?> sweep(Beat dead) {
        long begun = parts.runtime().nanos();
        return shards(dead)
                .thenComposeAsync(
                        swept -> incarnations.remove(dead.incarnation()),
                        parts.runtime().executor())
                .thenRun(() -> {
                    Duration took = Duration.ofNanos(parts.runtime().nanos() - begun);
                    if (took.compareTo(parts.settings().repairMax()) > 0) {
                        LOG.warn("Node {} was swept in {}, later than promised", dead.incarnation(), took);
                    } else {
                        LOG.info("Node {} was swept in {}", dead.incarnation(), took);
                    }
                });
    }

    /** To the one after the last that the row names: its next renewal was never confirmed. */
    private CompletionStage<?> shards(Beat dead) {
        List<Long> all = LongStream.rangeClosed(dead.firstShard(), dead.lastShard() + 1)
                .boxed()
                .toList();
        return InParallel.forEach(all, 1, parts.runtime().executor(), shard -> shard(dead, shard));
    }

    private CompletionStage<?> shard(Beat dead, long shard) {
        return page(dead, shard, Optional.empty())
                .thenComposeAsync(
                        repaired -> parts.markers().clear(dead.incarnation(), shard),
                        parts.runtime().executor());
    }

    private CompletionStage<?> page(Beat dead, long shard, Optional<ConversationId> after) {
        return parts.markers()
                .list(dead.incarnation(), shard, after, PAGE)
                .thenComposeAsync(
                        marked -> repair(dead, shard, marked), parts.runtime().executor());
    }

    /** Goes on to the later pages also after a failure, which is the stage's in the end. */
    private CompletionStage<?> repair(Beat dead, long shard, List<ConversationId> marked) {
        CompletionStage<?> repaired = repair(marked);
        if (marked.size() < PAGE) {
            return repaired;
        }
        return repaired.handleAsync(
                        (done, failure) -> page(dead, shard, Optional.of(last(marked))),
                        parts.runtime().executor())
                .thenCompose(rest -> rest)
                .thenCombine(repaired, (rest, done) -> done);
    }

    private CompletionStage<?> repair(List<ConversationId> marked) {
        return InParallel.forEach(
                marked, parts.settings().parallelMax(), parts.runtime().executor(), this::repair);
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
