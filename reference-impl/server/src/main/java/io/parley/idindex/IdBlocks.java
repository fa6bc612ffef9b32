package io.parley.idindex;

import io.parley.idindex.IdBlock.Span;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.log.Buckets;
import io.parley.log.IdIndex;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds ids in the blocks of full buckets: reads the spans of the conversation's blocks, and the blocks whose span has the
 * id's time. An honest id's time lies in one span, or in two. No call blocks; safe for use by several threads.
 */
public final class IdBlocks implements IdIndex {

    private final IdBlockStore store;
    private final Buckets buckets;
    private final Executor executor;

    public IdBlocks(IdBlockStore store, Buckets buckets, Executor executor) {
        this.store = store;
        this.buckets = buckets;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Answer> find(ConversationId conversation, EntryId id, long firstBucket, long lastBucket) {
        return store.spans(conversation, firstBucket, lastBucket)
                .thenComposeAsync(spans -> new Search(conversation, id, spans).next(), executor);
    }

    /** One look-up; its steps follow one another. */
    private final class Search {

        private final ConversationId conversation;
        private final EntryId id;
        private final Set<Long> known = new HashSet<>();
        private final Deque<Long> candidates = new ArrayDeque<>();
        private int partitions = 1;
        private int rows;

        Search(ConversationId conversation, EntryId id, List<Span> spans) {
            this.conversation = conversation;
            this.id = id;
            this.rows = spans.size();
            for (Span span : spans) {
                if (span.covers(id)) {
                    // Newest first: most repeats follow soon.
                    candidates.push(span.bucket());
                } else {
                    known.add(span.bucket());
                }
            }
        }

        CompletionStage<Answer> next() {
            Long bucket = candidates.poll();
            if (bucket == null) {
                return CompletableFuture.completedFuture(answer(Optional.empty()));
            }
            return store.block(conversation, bucket).thenComposeAsync(block -> look(bucket, block), executor);
        }

        private CompletionStage<Answer> look(long bucket, Optional<IdBlock> block) {
            partitions++;
            rows += block.isPresent() ? 1 : 0;
            List<EntryId> ids = block.map(IdBlock::ids).orElseGet(List::of);
            if (ids.size() != buckets.entries()) {
                // Lost, or not what it should be: the log is read instead.
                return next();
            }
            known.add(bucket);
            int index = ids.indexOf(id);
            Seq seq = buckets.first(bucket).plus(index);
            return index < 0 ? next() : CompletableFuture.completedFuture(answer(Optional.of(seq)));
        }

        private Answer answer(Optional<Seq> seq) {
            return new Answer(seq, known, partitions, rows);
        }
    }
}
