package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The logs of all conversations, as one node sees them: append, state, entries. Any number of nodes may append to the same
 * log; correctness never depends on which one does.
 *
 * <p>Invariants INV-1 … INV-5 hold for what this class writes. No call blocks; stages complete on the runtime's executor.
 * Safe for use by several threads. Commands of one conversation that one thread submits in turn are appended in that order.
 */
public final class ConversationLog {

    private final ConcurrentMap<ConversationId, Lane> lanes = new ConcurrentHashMap<>();
    private final EntryReads reads;
    private final LogReader reader;
    private final LogParts parts;

    /** A log that nothing is projected from. */
    public ConversationLog(
            LogStore store, LogSettings settings, LogRuntime runtime, Consumer<EntriesCommitted> listener) {
        this(
                store,
                new EntryReads(store, settings, runtime),
                settings,
                runtime,
                Announcements.NONE,
                IdIndex.NONE,
                Admission.ALWAYS,
                listener);
    }

    /**
     * @param reads of the same store, shared by all that the node reads
     * @param announcements asked before entries are written, handed what was written before anybody is told
     * @param index asked for ids that are older than the state remembers
     * @param admission asked about what lives outside the log
     * @param listener told of each group of entries after it is durable, in order of seq per conversation
     */
    public ConversationLog(
            LogStore store,
            EntryReads reads,
            LogSettings settings,
            LogRuntime runtime,
            Announcements announcements,
            IdIndex index,
            Admission admission,
            Consumer<EntriesCommitted> listener) {
        Executor executor = runtime.executor();
        Buckets buckets = new Buckets(settings.bucketEntries());
        Rules rules = new Rules(settings);
        this.reads = reads;
        this.reader = new LogReader(reads, buckets);
        LogCounters counters = new LogCounters();
        StateCache cache = new StateCache(settings.cachedBytesMax(), executor);
        this.parts = new LogParts(
                store,
                reads,
                settings,
                runtime,
                buckets,
                rules,
                new StateLoader(store, reads, reader, cache, settings, executor),
                new IdResolver(new IdLookUp(store, reads, index, buckets, counters, executor), rules, executor),
                new Targets(reads),
                new Doorkeeper(admission, rules, executor),
                new BackOff(settings.backOffBase(), settings.backOffMax(), runtime.random()),
                counters,
                announcements,
                listener,
                lanes);
    }

    /** Appends an entry, or tells why not. The stage never completes exceptionally. */
    public CompletionStage<Outcome> append(ConversationId conversation, Command command) {
        while (true) {
            Optional<CompletableFuture<Outcome>> outcome = lanes.computeIfAbsent(
                            conversation, id -> new Lane(id, parts))
                    .submit(command);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    /**
     * The state of a conversation: at least all that was acknowledged, by whichever node, before the call. Completes
     * exceptionally if the store does not answer.
     */
    public CompletionStage<ConversationState> state(ConversationId conversation) {
        return parts.loader().fresh(conversation);
    }

    /**
     * A state of a conversation that may be behind: from memory if it is there, without asking the store. For who can tell
     * that it is far enough.
     */
    public CompletionStage<ConversationState> recent(ConversationId conversation) {
        return parts.loader().current(conversation);
    }

    /**
     * The state at the end of the log, found by serial reads: all that was decided, told to anybody or not. For who takes
     * over from a node that died.
     */
    public CompletionStage<ConversationState> settled(ConversationId conversation) {
        return parts.loader()
                .current(conversation)
                .thenComposeAsync(
                        state -> parts.loader().settled(conversation, state),
                        parts.runtime().executor());
    }

    /**
     * The acknowledged entries of {@code from…to} (both inclusive), ascending. The caller bounds the range: what was read does
     * not count in the node's bound any more when it is here.
     */
    public CompletionStage<List<Entry>> entries(ConversationId conversation, Seq from, Seq to) {
        return reader.range(conversation, from, to);
    }

    /**
     * Hands over the acknowledged entries of {@code from…to} (both inclusive), ascending; they count in the node's bound until
     * they have been used.
     *
     * @throws IllegalArgumentException if these are more than {@link #stepEntries()}
     */
    public <T> CompletionStage<T> entries(ConversationId conversation, Seq from, Seq to, Function<List<Entry>, T> use) {
        return reads.read(conversation, from, to, LogStore.Consistency.QUORUM, use);
    }

    /** How many entries are read at once, at most. */
    public int stepEntries() {
        return reads.stepEntries();
    }

    /** Counts since this log was made. */
    public LogCounters counters() {
        return parts.counters();
    }
}
