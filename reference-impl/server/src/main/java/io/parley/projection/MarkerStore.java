package io.parley.projection;

import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Which conversations an incarnation has announced, by shard of its time. Of a put and a drop of the same marker the one with
 * the later timestamp wins, whatever the order of arrival. No call blocks. A stage that completes exceptionally means that
 * the store did not answer; the change may happen later.
 */
public interface MarkerStore {

    /** Where a marker stands. */
    record Place(UUID incarnation, long shard, ConversationId conversation) {}

    /** Durable on a quorum when the stage completes. */
    CompletionStage<?> put(Place place, long timestamp);

    CompletionStage<?> drop(Place place, long timestamp);

    /** Up to {@code limit} conversations after the given one, in the order of the store; all that a quorum knows. */
    CompletionStage<List<ConversationId>> list(UUID incarnation, long shard, Optional<ConversationId> after, int limit);

    /** Removes a dead incarnation's shard for ever: what is put there later counts for nothing. */
    CompletionStage<?> clear(UUID incarnation, long shard);
}
