package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogCatalogue;
import io.parley.log.LogStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A log store in memory; a test may put something between a write and its answer, or hold a proposal on its way. */
final class MemoryLog implements LogStore, LogCatalogue {

    private final Map<ConversationId, NavigableMap<Long, Entry>> logs = new HashMap<>();

    private Runnable afterNext = () -> {};
    private boolean holdsNext;
    private int throwing;
    private final Map<ConversationId, Integer> reads = new HashMap<>();
    private Runnable onItsWay = () -> {};

    /** Runs right after the next proposal was written, before anybody knows. */
    void afterNextWrite(Runnable step) {
        afterNext = step;
    }

    /** How often entries of a conversation were read. */
    int reads(ConversationId conversation) {
        return reads.getOrDefault(conversation, 0);
    }

    /** The next calls throw instead of answering with a failure. */
    void throwNext(int times) {
        throwing = times;
    }

    private void mayThrow() {
        if (throwing > 0) {
            throwing--;
            throw new IllegalStateException("an error that was planted");
        }
    }

    /** The next proposal gets no answer and is not written, not yet. */
    void holdNext() {
        holdsNext = true;
    }

    /** Writes what was held. */
    void writeLate() {
        onItsWay.run();
    }

    @Override
    public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
        mayThrow();
        if (holdsNext) {
            holdsNext = false;
            onItsWay = () -> write(conversation, entries);
            return new CompletableFuture<>();
        }
        boolean written = write(conversation, entries);
        afterNext.run();
        afterNext = () -> {};
        return CompletableFuture.completedFuture(written ? Append.APPLIED : Append.LOST);
    }

    private boolean write(ConversationId conversation, List<Entry> entries) {
        NavigableMap<Long, Entry> log = logs.computeIfAbsent(conversation, id -> new TreeMap<>());
        if (entries.stream().anyMatch(entry -> log.containsKey(entry.seq().value()))) {
            return false;
        }
        entries.forEach(entry -> log.put(entry.seq().value(), entry));
        return true;
    }

    @Override
    public CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
        reads.merge(conversation, 1, Integer::sum);
        NavigableMap<Long, Entry> log = logs.getOrDefault(conversation, new TreeMap<>());
        return CompletableFuture.completedFuture(
                List.copyOf(log.subMap(from.value(), true, to.value(), true).values()));
    }

    @Override
    public CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to) {
        return read(conversation, bucket, from, to, Consistency.QUORUM).thenApply(entries -> entries.stream()
                .map(entry -> new IdAt(entry.seq(), entry.id()))
                .toList());
    }

    @Override
    public CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq) {
        logs.getOrDefault(conversation, new TreeMap<>())
                .computeIfPresent(seq.value(), (at, entry) -> new Entry(entry.envelope(), null));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
        mayThrow();
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public int parts() {
        return 4;
    }

    @Override
    public CompletionStage<List<ConversationId>> conversations(int part) {
        return CompletableFuture.completedFuture(logs.keySet().stream()
                .filter(conversation -> Math.floorMod(conversation.hashCode(), parts()) == part)
                .toList());
    }
}
