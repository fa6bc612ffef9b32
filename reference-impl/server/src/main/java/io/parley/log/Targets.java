package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads the entries that commands speak of, before they are decided. An envelope never changes (INV-2), so that what was read
 * once holds for every state that is decided against later; only an entry that was not there yet is looked for again.
 */
final class Targets {

    private final EntryReads reads;

    Targets(EntryReads reads) {
        this.reads = reads;
    }

    /** Completes when each command of the group has its target, as far as it stands in the log up to the state's head. */
    CompletionStage<?> resolve(ConversationId conversation, ConversationState state, List<Pending> group) {
        CompletableFuture<?>[] all = group.stream()
                // Who may not write costs no read.
                .filter(pending -> isOpen(state, pending)
                        && state.isMember(pending.command().author()))
                .map(pending -> read(conversation, pending).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(all);
    }

    private static boolean isOpen(ConversationState state, Pending pending) {
        return pending.target() == null
                && pending.command().content() instanceof MessageChange change
                && change.target().isAfter(Seq.NONE)
                && !change.target().isAfter(state.head());
    }

    private CompletionStage<?> read(ConversationId conversation, Pending pending) {
        Seq seq = ((MessageChange) pending.command().content()).target();
        return reads.read(conversation, seq, seq, LogStore.Consistency.QUORUM, found -> {
            // Rules judge by the envelope: a content would be in memory for the whole round.
            found.forEach(entry -> pending.foundTarget(new Entry(entry.envelope(), null)));
            return pending;
        });
    }
}
