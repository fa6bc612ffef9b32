package io.parley.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.kernel.ConversationId;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Folded states in memory, bounded by bytes; what is evicted is rebuilt on demand. */
final class StateCache {

    private static final int BYTES_PER_WEIGHT = 64;

    private final Cache<ConversationId, ConversationState> states;

    StateCache(long bytesMax, Executor executor) {
        states = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, bytesMax / BYTES_PER_WEIGHT))
                .weigher((ConversationId id, ConversationState state) ->
                        // Rounded up, so that what is cut off does not add up beyond the bound.
                        Math.toIntExact((state.approximateBytes() + BYTES_PER_WEIGHT - 1) / BYTES_PER_WEIGHT))
                .executor(executor)
                .build();
    }

    Optional<ConversationState> get(ConversationId conversation) {
        return Optional.ofNullable(states.getIfPresent(conversation));
    }

    /** Keeps the state unless a later one is there already: readers and the appender race. */
    void keep(ConversationId conversation, ConversationState state) {
        states.asMap().merge(conversation, state, (a, b) -> a.head().isAfter(b.head()) ? a : b);
    }

    /** How many bytes the states in memory take. */
    long bytesHeld() {
        states.cleanUp();
        return states.asMap().values().stream()
                .mapToLong(ConversationState::approximateBytes)
                .sum();
    }

    void forget(ConversationId conversation) {
        states.invalidate(conversation);
    }
}
