package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A projection that keeps the head of each conversation, and what it was given. Shared by all nodes, like a table. */
final class RecordedHeads implements Projection {

    private final Map<ConversationId, Long> heads = new HashMap<>();
    private final List<List<Long>> steps = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private final Set<ConversationId> refused = new HashSet<>();
    private int refusals;
    private int failures;
    private boolean holds;
    private boolean expectThrows;

    /** The next tries fail. */
    void fail(int times) {
        failures = times;
    }

    /** No try for this conversation succeeds. */
    void refuse(ConversationId conversation) {
        refused.add(conversation);
    }

    /** Every conversation's tries may succeed again. */
    void refuseNone() {
        refused.clear();
    }

    /** Tries that did not succeed. */
    int refusals() {
        return refusals;
    }

    /** From here on it throws when it is told of what will be applied. */
    void beginToThrowOnExpect() {
        expectThrows = true;
    }

    void expectAgain() {
        expectThrows = false;
    }

    /** From here on nothing is applied, nor answered, yet. */
    void hold() {
        holds = true;
    }

    /** Steps that are held. */
    int held() {
        return held.size();
    }

    /** Applies what was held. */
    void release() {
        List<Runnable> all = List.copyOf(held);
        lose();
        all.forEach(Runnable::run);
    }

    /** What was held is never applied. */
    void lose() {
        holds = false;
        held.clear();
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
    public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {
        if (expectThrows) {
            throw new IllegalStateException("an error that was planted");
        }
    }

    @Override
    public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
        if (failures > 0 || refused.contains(conversation)) {
            failures--;
            refusals++;
            return CompletableFuture.failedFuture(new IllegalStateException("the store does not answer"));
        }
        CompletableFuture<Object> applied = new CompletableFuture<>();
        Runnable step = () -> {
            List<Long> positions =
                    entries.stream().map(Entry::seq).map(Seq::value).toList();
            steps.add(positions);
            heads.merge(conversation, positions.get(positions.size() - 1), Math::max);
            applied.complete(conversation);
        };
        if (holds) {
            held.add(step);
        } else {
            step.run();
        }
        return applied;
    }
}
