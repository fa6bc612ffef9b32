package io.parley.idindex;

import io.parley.idindex.IdBlock.Span;
import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where blocks of ids are kept. What is saved twice is the same both times. No call blocks. A stage that completes
 * exceptionally means that the store did not answer; the change may happen later.
 */
public interface IdBlockStore {

    /** Saves a block, and then its span: who sees the span sees the block. */
    CompletionStage<?> save(ConversationId conversation, IdBlock block);

    /** The spans of the blocks that there are among these buckets, both inclusive, in ascending order. */
    CompletionStage<List<Span>> spans(ConversationId conversation, long firstBucket, long lastBucket);

    /** A bucket's block, if there is one. */
    CompletionStage<Optional<IdBlock>> block(ConversationId conversation, long bucket);
}
