package io.parley.idindex;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.log.Buckets;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import io.parley.log.LogStore.IdAt;
import io.parley.projection.Projection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Writes the block of each bucket that has become full (MSG-17). One read of the bucket's ids each: steps are shorter than it. */
public final class IdBlockProjection implements Projection {

    private final IdBlockStore store;
    private final LogStore log;
    private final Buckets buckets;
    private final Executor executor;

    /** @param log of which full buckets are read */
    public IdBlockProjection(IdBlockStore store, LogStore log, Buckets buckets, Executor executor) {
        this.store = store;
        this.log = log;
        this.buckets = buckets;
        this.executor = executor;
    }

    @Override
    public String name() {
        return "ids";
    }

    /** Nothing to show early: what has no block is read from the log. */
    @Override
    public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {}

    @Override
    public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (Entry entry : entries) {
            if (buckets.isLast(entry.seq())) {
                all = all.thenComposeAsync(done -> fill(conversation, buckets.of(entry.seq())), executor);
            }
        }
        return all;
    }

    private CompletionStage<?> fill(ConversationId conversation, long bucket) {
        return log.ids(conversation, bucket, buckets.first(bucket), buckets.last(bucket))
                .thenComposeAsync(entries -> store.save(conversation, block(bucket, entries)), executor);
    }

    /** A replica that lags must not make a hole: the step is tried again. */
    private IdBlock block(long bucket, List<IdAt> entries) {
        if (entries.size() != buckets.entries()) {
            throw new IllegalStateException(
                    "bucket=" + bucket + ", expected " + buckets.entries() + " entries, read " + entries.size());
        }
        List<EntryId> ids = entries.stream().map(IdAt::id).toList();
        return new IdBlock(bucket, ids);
    }
}
