package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.log.LogStore.Consistency;
import io.parley.log.LogStore.IdAt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Finds an entry by its id: in the index, and in the log's buckets that the index does not know. */
final class IdLookUp {

    private final LogStore store;
    private final EntryReads reads;
    private final IdIndex index;
    private final Buckets buckets;
    private final LogCounters counters;
    private final Executor executor;

    IdLookUp(
            LogStore store, EntryReads reads, IdIndex index, Buckets buckets, LogCounters counters, Executor executor) {
        this.store = store;
        this.reads = reads;
        this.index = index;
        this.buckets = buckets;
        this.counters = counters;
        this.executor = executor;
    }

    /** The entry of {@code from…to} (both inclusive) that has the id. */
    CompletionStage<Optional<Entry>> find(ConversationId conversation, EntryId id, Seq from, Seq to) {
        if (from.isAfter(to)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        counters.lookUp();
        return index.find(conversation, id, buckets.of(from), buckets.of(to))
                .thenComposeAsync(
                        answer -> {
                            counters.lookUpRead(answer.partitions(), answer.rows());
                            // The index may be ahead of the state that is decided against.
                            Optional<Seq> known = answer.seq().filter(seq -> !seq.isAfter(to) && !from.isAfter(seq));
                            known.ifPresent(seq -> counters.lookUpByIndex());
                            return known.isPresent()
                                    ? at(conversation, id, known.get())
                                    : inLog(conversation, id, from, to, answer.known());
                        },
                        executor);
    }

    /** Newest bucket first: most repeats follow soon. */
    private CompletionStage<Optional<Entry>> inLog(
            ConversationId conversation, EntryId id, Seq from, Seq to, Set<Long> known) {
        if (from.isAfter(to)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        long bucket = buckets.of(to);
        Seq first = buckets.first(bucket);
        Seq start = first.isAfter(from) ? first : from;
        if (known.contains(bucket)) {
            return inLog(conversation, id, from, start.plus(-1), known);
        }
        return store.ids(conversation, bucket, start, to)
                .thenComposeAsync(
                        ids -> {
                            counters.lookUpRead(1, ids.size());
                            Optional<Seq> hit = withId(id, ids);
                            return hit.isPresent()
                                    ? at(conversation, id, hit.get())
                                    : inLog(conversation, id, from, start.plus(-1), known);
                        },
                        executor);
    }

    private static Optional<Seq> withId(EntryId id, List<IdAt> ids) {
        return ids.stream().filter(each -> each.id().equals(id)).map(IdAt::seq).findFirst();
    }

    /** The entry at a position, if it has the id. */
    private CompletionStage<Optional<Entry>> at(ConversationId conversation, EntryId id, Seq seq) {
        return reads.read(conversation, seq, seq, Consistency.QUORUM, entries -> {
            counters.lookUpRead(1, entries.size());
            return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        });
    }
}
