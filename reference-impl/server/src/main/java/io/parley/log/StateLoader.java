package io.parley.log;

import io.parley.kernel.ConversationId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folded states: from memory, else from the last snapshot and the entries after it. One load at a time per conversation. */
final class StateLoader {

    private static final Logger LOG = LoggerFactory.getLogger(StateLoader.class);

    private final LogStore store;
    private final EntryReads reads;
    private final LogReader reader;
    private final StateCache cache;
    private final LogSettings settings;
    private final Executor executor;
    private final ConcurrentMap<ConversationId, CompletableFuture<ConversationState>> loading =
            new ConcurrentHashMap<>();

    StateLoader(
            LogStore store,
            EntryReads reads,
            LogReader reader,
            StateCache cache,
            LogSettings settings,
            Executor executor) {
        this.store = store;
        this.reads = reads;
        this.reader = reader;
        this.cache = cache;
        this.settings = settings;
        this.executor = executor;
    }

    /** A state to append to: perhaps behind the log, which a lost race will show. */
    CompletionStage<ConversationState> current(ConversationId conversation) {
        return cache.get(conversation)
                .<CompletionStage<ConversationState>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> load(conversation));
    }

    /** A state to read from: at least all that was acknowledged before the call. */
    CompletionStage<ConversationState> fresh(ConversationId conversation) {
        CompletableFuture<ConversationState> before = loading.get(conversation);
        return cache.get(conversation)
                .map(state -> caughtUp(conversation, state))
                .orElseGet(() -> before == null
                        ? load(conversation)
                        // That load may have read before the last acknowledgement.
                        : before.thenComposeAsync(state -> caughtUp(conversation, state), executor));
    }

    private CompletionStage<ConversationState> caughtUp(ConversationId conversation, ConversationState state) {
        return reader.catchUp(conversation, state).thenApply(folded -> keep(conversation, folded));
    }

    /** The state at the end of the log, found by serial reads; for who lost a race. */
    CompletionStage<ConversationState> settled(ConversationId conversation, ConversationState state) {
        return reader.toHead(conversation, state).thenApply(folded -> keep(conversation, folded));
    }

    /** Keeps the state after an append, and a snapshot of it now and then. */
    void advanced(ConversationId conversation, ConversationState before, ConversationState after) {
        keep(conversation, after);
        if (period(after) > period(before)) {
            save(conversation, after);
        }
    }

    /** Drops what is in memory; the next call starts from the store. */
    void forget(ConversationId conversation) {
        cache.forget(conversation);
    }

    private CompletionStage<ConversationState> load(ConversationId conversation) {
        CompletableFuture<ConversationState> mine = new CompletableFuture<>();
        CompletableFuture<ConversationState> other = loading.putIfAbsent(conversation, mine);
        if (other != null) {
            return other;
        }
        // Begun in a stage: whatever throws must not leave everybody waiting for this load.
        CompletableFuture.completedStage(conversation)
                .thenCompose(this::fromStore)
                .thenApply(state -> keep(conversation, state))
                .whenComplete((state, failure) -> {
                    loading.remove(conversation, mine);
                    if (failure == null) {
                        mine.complete(state);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
        return mine;
    }

    private CompletionStage<ConversationState> fromStore(ConversationId conversation) {
        return reads.latestSnapshot(conversation, this::start)
                .thenCompose(start -> reader.toHead(conversation, start).thenApply(state -> {
                    if (period(state) > period(start)) {
                        save(conversation, state);
                    }
                    return state;
                }));
    }

    private ConversationState start(Optional<LogStore.Snapshot> snapshot) {
        return snapshot.flatMap(saved -> SnapshotCodec.decode(saved, settings.idWindowEntries()))
                .orElseGet(() -> ConversationState.empty(settings.idWindowEntries()));
    }

    /** What does not exist is not kept: guessing ids must not fill the memory. */
    private ConversationState keep(ConversationId conversation, ConversationState state) {
        if (state.exists()) {
            cache.keep(conversation, state);
        }
        return state;
    }

    private long period(ConversationState state) {
        return state.head().value() / settings.snapshotEveryEntries();
    }

    /** A snapshot only shortens the next load; one that fails costs nothing but that. */
    private void save(ConversationId conversation, ConversationState state) {
        if (!state.isReadOnly()) {
            store.saveSnapshot(conversation, SnapshotCodec.encode(state)).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.warn("A snapshot of conversation {} at {} was not saved", conversation, state.head(), failure);
                }
            });
        }
    }
}
