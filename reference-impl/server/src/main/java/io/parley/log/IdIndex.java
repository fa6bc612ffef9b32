package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds positions by id without reading the log. It may know nothing, or some buckets and not others; what it does not know
 * is read from the log, so that no decision depends on how far it is. No call blocks; safe for use by several threads.
 */
public interface IdIndex {

    /** Knows nothing. */
    IdIndex NONE = (conversation, id, firstBucket, lastBucket) ->
            CompletableFuture.completedFuture(new Answer(Optional.empty(), Set.of(), 0, 0));

    /**
     * What it knows about an id.
     *
     * @param seq where the id stands, if that is known
     * @param known buckets of those asked for in which the id stands nowhere but at {@code seq}
     * @param partitions that were read
     * @param rows that were read
     */
    record Answer(Optional<Seq> seq, Set<Long> known, int partitions, int rows) {}

    /**
     * Looks in buckets {@code firstBucket…lastBucket}, both inclusive. Completes exceptionally if the store does not answer.
     */
    CompletionStage<Answer> find(ConversationId conversation, EntryId id, long firstBucket, long lastBucket);
}
