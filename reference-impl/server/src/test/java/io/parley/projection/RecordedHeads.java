package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A projection that keeps the head of each conversation, and what it was given. Shared by all nodes, like a table. */
final class RecordedHeads implements Projection {

    private final Map<ConversationId, Long> heads = new HashMap<>();
    private final List<List<Long>> steps = new ArrayList<>();
    private int failures;

    /** The next tries fail. */
    void fail(int times) {
        failures = times;
    }

    long head(ConversationId conversation) {
        return heads.getOrDefault(conversation, 0L);
    }

    /** The positions of each step, in the order in which they were applied. */
    List<List<Long>> steps() {
        return steps;
    }

    @Override
    public String name() {
        return "heads";
    }

    @Override
    public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {}

    @Override
    public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
        if (failures > 0) {
            failures--;
            return CompletableFuture.failedFuture(new IllegalStateException("the store does not answer"));
        }
        List<Long> positions = entries.stream().map(Entry::seq).map(Seq::value).toList();
        steps.add(positions);
        heads.merge(conversation, positions.get(positions.size() - 1), Math::max);
        return CompletableFuture.completedFuture(null);
    }
}
