package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.LogStore.Consistency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reads that span buckets: ranges, and the way from any state to the head of the log. */
final class LogReader {

    private final LogStore store;
    private final Buckets buckets;
    private final Executor executor;

    LogReader(LogStore store, Buckets buckets, Executor executor) {
        this.store = store;
        this.buckets = buckets;
        this.executor = executor;
    }

    /** Entries of {@code from…to} (both inclusive) that are acknowledged, ascending. */
    CompletionStage<List<Entry>> range(ConversationId conversation, Seq from, Seq to) {
        return collect(conversation, from, to, new ArrayList<>());
    }

    private CompletionStage<List<Entry>> collect(ConversationId conversation, Seq from, Seq to, List<Entry> found) {
        if (from.isAfter(to)) {
            return CompletableFuture.completedFuture(found);
        }
        long bucket = buckets.of(from);
        Seq last = buckets.last(bucket);
        return store.read(conversation, bucket, from, last.isAfter(to) ? to : last, Consistency.QUORUM)
                .thenComposeAsync(
                        entries -> {
                            found.addAll(entries);
                            return collect(conversation, last.next(), to, found);
                        },
                        executor);
    }

    /** Folds all that is acknowledged. */
    CompletionStage<ConversationState> catchUp(ConversationId conversation, ConversationState state) {
        Seq next = state.head().next();
        long bucket = buckets.of(next);
        return store.read(conversation, bucket, next, buckets.last(bucket), Consistency.QUORUM)
                .thenComposeAsync(
                        entries -> {
                            if (!isContiguous(next, entries)) {
                                return toHead(conversation, state);
                            }
                            ConversationState folded = fold(state, entries);
                            return folded.head().equals(buckets.last(bucket))
                                    ? catchUp(conversation, folded)
                                    : CompletableFuture.completedFuture(folded);
                        },
                        executor);
    }

    /**
     * Folds all that was decided: reads the bucket of the next position serially and, while a bucket turns out full, goes on
     * to the last one that has entries. Only a serial read shows the end.
     */
    CompletionStage<ConversationState> toHead(ConversationId conversation, ConversationState state) {
        Seq next = state.head().next();
        long bucket = buckets.of(next);
        return store.read(conversation, bucket, next, buckets.last(bucket), Consistency.SERIAL)
                .thenComposeAsync(
                        entries -> {
                            ConversationState folded = fold(state, entries);
                            return folded.head().equals(buckets.last(bucket))
                                    ? gallop(conversation, bucket, 1)
                                            .thenComposeAsync(last -> replay(conversation, folded, last), executor)
                                    : CompletableFuture.completedFuture(folded);
                        },
                        executor);
    }

    /** Folds the full buckets before {@code lastBucket} with cheap reads, and that one to its head. */
    private CompletionStage<ConversationState> replay(
            ConversationId conversation, ConversationState state, long lastBucket) {
        Seq next = state.head().next();
        long bucket = buckets.of(next);
        if (bucket >= lastBucket) {
            return toHead(conversation, state);
        }
        return store.read(conversation, bucket, next, buckets.last(bucket), Consistency.QUORUM)
                .thenComposeAsync(
                        entries -> {
                            // A replica may lag behind what was decided; the serial read settles that.
                            boolean whole = isContiguous(next, entries)
                                    && fold(state, entries).head().equals(buckets.last(bucket));
                            return whole
                                    ? replay(conversation, fold(state, entries), lastBucket)
                                    : toHead(conversation, state);
                        },
                        executor);
    }

    /** The last bucket with entries at or after {@code known}, found in O(log distance) probes. */
    private CompletionStage<Long> gallop(ConversationId conversation, long known, long step) {
        return hasEntries(conversation, known + step)
                .thenComposeAsync(
                        found -> found
                                ? gallop(conversation, known + step, step * 2)
                                : bisect(conversation, known, known + step),
                        executor);
    }

    private CompletionStage<Long> bisect(ConversationId conversation, long filled, long empty) {
        if (empty - filled == 1) {
            return CompletableFuture.completedFuture(filled);
        }
        long middle = (filled + empty) >>> 1;
        return hasEntries(conversation, middle)
                .thenComposeAsync(
                        found -> found ? bisect(conversation, middle, empty) : bisect(conversation, filled, middle),
                        executor);
    }

    private CompletionStage<Boolean> hasEntries(ConversationId conversation, long bucket) {
        Seq first = buckets.first(bucket);
        return store.read(conversation, bucket, first, first, Consistency.QUORUM)
                .thenApply(entries -> !entries.isEmpty());
    }

    private static boolean isContiguous(Seq first, List<Entry> entries) {
        Seq expected = first;
        for (Entry entry : entries) {
            if (!entry.seq().equals(expected)) {
                return false;
            }
            expected = expected.next();
        }
        return true;
    }

    private static ConversationState fold(ConversationState state, List<Entry> entries) {
        ConversationState folded = state;
        for (Entry entry : entries) {
            folded = folded.plus(entry);
        }
        return folded;
    }
}
