package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entry that already has a command's id (INV-4). The window of the folded state answers for the last entries; an
 * id that it may have evicted is looked up in what lies before the window's start.
 */
final class IdResolver {

    private final IdLookUp lookUp;
    private final Rules rules;
    private final Executor executor;

    IdResolver(IdLookUp lookUp, Rules rules, Executor executor) {
        this.lookUp = lookUp;
        this.rules = rules;
        this.executor = executor;
    }

    /**
     * True while it is open whether an entry up to {@code committed} has the command's id. Ids beyond, drafted but not
     * written, are the draft's own affair.
     */
    static boolean isOpen(ConversationState state, Seq committed, Pending pending) {
        if (pending.earlier() != null) {
            return false;
        }
        return state.find(pending.id())
                .map(seq -> !seq.isAfter(committed))
                .orElseGet(() -> mustLookBack(state, pending));
    }

    private static boolean mustLookBack(ConversationState state, Pending pending) {
        return state.window().mayHaveEvicted(pending.id())
                && state.window().start().isAfter(pending.absentBefore());
    }

    /**
     * Completes when no command of the group is open against the state. Then each id was either found or stands nowhere up
     * to the head: the window has said so for its part, and the look-up for what lies before.
     */
    CompletionStage<@Nullable Void> resolve(ConversationId conversation, ConversationState state, List<Pending> group) {
        for (Pending pending : group) {
            // Who may not write learns nothing by a repeat, and costs no look-up.
            if (isOpen(state, state.head(), pending)
                    && rules.checkRepeat(state, pending.command()).isEmpty()) {
                return resolve(conversation, state, pending)
                        .thenComposeAsync(done -> resolve(conversation, state, group), executor);
            }
        }
        // Nothing was looked up for who may not write now; by the next state they may be a member again.
        group.stream()
                .filter(pending -> rules.checkRepeat(state, pending.command()).isEmpty())
                .forEach(pending -> pending.notFoundBefore(state.head().next()));
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<@Nullable Void> resolve(
            ConversationId conversation, ConversationState state, Pending pending) {
        Seq windowStart = state.window().start();
        Seq seq = state.find(pending.id()).orElse(null);
        Seq from = seq == null ? pending.absentBefore() : seq;
        Seq to = seq == null ? windowStart.plus(-1) : seq;
        return lookUp.find(conversation, pending.id(), from, to).thenApply(found -> {
            found.ifPresentOrElse(pending::foundEarlier, () -> pending.notFoundBefore(windowStart));
            return null;
        });
    }
}
