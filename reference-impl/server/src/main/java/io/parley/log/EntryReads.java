package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.LogStore.Consistency;
import io.parley.log.LogStore.Snapshot;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads entries with their contents, for all that one node does: a few at a time, and all together no more than fit a bound in
 * bytes. How large an entry is is known only when it is here, so each counts as the largest there may be. Who finds no room
 * waits in turn; the room is given back when what was read has been used. Whoever uses must not wait for another read.
 *
 * <p>While the store does not answer, room becomes free only as reads are given up. Who has waited as long as a command may
 * wait for its answer is told, when the turn comes, what the store's own silence would have told: {@code store-unavailable}.
 * Nothing is read for them, so that all who have waited so long leave the line at once.
 *
 * <p>No call blocks; safe for use by several threads.
 */
public final class EntryReads {

    private final LogStore store;
    private final Buckets buckets;
    private final int stepEntries;
    private final Turns turns;
    private final Duration waitMax;
    private final Executor executor;
    private final InstantSource clock;

    /** By the log's own numbers. */
    public EntryReads(LogStore store, LogSettings settings, LogRuntime runtime) {
        this(store, new Buckets(settings.bucketEntries()), settings.reads(), settings.answerWithin(), runtime);
    }

    EntryReads(LogStore store, Buckets buckets, LogSettings.Reads bounds, Duration waitMax, LogRuntime runtime) {
        this.store = store;
        this.buckets = buckets;
        this.stepEntries = bounds.stepEntries();
        this.turns = new Turns(bounds.entriesMax(), runtime.executor());
        this.waitMax = waitMax;
        this.executor = runtime.executor();
        this.clock = runtime.clock();
    }

    /** How many entries may be read at once. */
    public int stepEntries() {
        return stepEntries;
    }

    /**
     * Reads what stands at {@code from…to}, both inclusive, and hands it over, ascending.
     *
     * @param use runs on the executor; what it returns should hold no more of the entries than is needed
     * @throws IllegalArgumentException if these are more than {@link #stepEntries()}
     */
    public <T> CompletionStage<T> read(
            ConversationId conversation, Seq from, Seq to, Consistency consistency, Function<List<Entry>, T> use) {
        long entries = to.value() - from.value() + 1;
        if (entries < 1 || entries > stepEntries) {
            throw new IllegalArgumentException("entries=" + entries + ", expected 1 to " + stepEntries);
        }
        return inTurn(
                entries, () -> collect(conversation, from, to, consistency).thenApplyAsync(use, executor));
    }

    /** Hands over the last snapshot, which is no larger than an entry may be. */
    <T> CompletionStage<T> latestSnapshot(ConversationId conversation, Function<Optional<Snapshot>, T> use) {
        return inTurn(1, () -> store.latestSnapshot(conversation).thenApplyAsync(use, executor));
    }

    private <T> CompletionStage<T> inTurn(long entries, Supplier<CompletionStage<T>> read) {
        Instant last = clock.instant().plus(waitMax);
        return turns.take(
                entries,
                () -> clock.instant().isAfter(last)
                        ? CompletableFuture.failedFuture(new ProblemException(Problem.storeUnavailable()))
                        : read.get());
    }

    private CompletionStage<List<Entry>> collect(
            ConversationId conversation, Seq from, Seq to, Consistency consistency) {
        long bucket = buckets.of(from);
        Seq last = buckets.last(bucket);
        if (!to.isAfter(last)) {
            return store.read(conversation, bucket, from, to, consistency);
        }
        return store.read(conversation, bucket, from, last, consistency)
                .thenComposeAsync(
                        first -> collect(conversation, last.next(), to, consistency)
                                .thenApply(rest -> joined(first, rest)),
                        executor);
    }

    private static List<Entry> joined(List<Entry> first, List<Entry> rest) {
        List<Entry> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}
