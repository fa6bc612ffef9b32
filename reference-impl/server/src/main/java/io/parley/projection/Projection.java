package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Something that is drawn from the logs. What it writes is a pure function of a log's prefix and carries that prefix's seq
 * as write timestamp, so that it may be applied twice, by several nodes at once, and in any order. No call blocks; safe for
 * use by several threads.
 */
public interface Projection {

    /** Under which its watermarks are kept; never changes. */
    String name();

    /**
     * Other projections that this one carries something into that no log holds, when it is drawn from the first entry on: it is
     * drawn again with them.
     */
    default Set<String> feeds() {
        return Set.of();
    }

    /**
     * These entries are durable and will be applied soon; readers on this node may be shown them already. Called in no
     * order, perhaps twice, before any sender is told.
     *
     * @param state folded at least up to the last of the entries
     */
    void expect(ConversationId conversation, List<Entry> entries, ConversationState state);

    /**
     * Writes what follows from these entries; done when the stage completes, to be called again when it fails.
     *
     * @param entries contiguous, at least one; all before them have been applied, perhaps by another node
     * @param state folded at least up to the last of the entries
     */
    CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state);

    /**
     * All up to this head is written, by this node or, unseen by it, by others: what was expected up to there need not be shown
     * any more. Called whenever a way to a head has come there, also one that had nothing left to write.
     */
    default void reached(ConversationId conversation, Seq head) {}

    /**
     * Begins a way of several steps to the state's head. By default each step is written on its own; a projection whose
     * writes replace each other may write once, with the last.
     */
    default Steps steps(ConversationId conversation, ConversationState state) {
        return entries -> apply(conversation, entries, state).thenApply(done -> true);
    }

    /** One way to a head: each step follows the one before, when that is done. After a failure a new way is begun. */
    interface Steps {

        /**
         * Like {@link Projection#apply}, of the entries that come next.
         *
         * @return whether all up to here is written; else a later step writes it, at the latest that which ends with the head
         */
        CompletionStage<Boolean> apply(List<Entry> entries);
    }
}
