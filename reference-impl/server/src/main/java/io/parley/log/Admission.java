package io.parley.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What lives outside the log and may forbid an entry, such as a block between two people. It is asked before a command is
 * decided that may become an entry; a repeat of one that did is not asked about. Other than a rule of the log, its answer is
 * true of the moment in which it was given only: a change at the same time may come too late for an entry on its way.
 *
 * <p>The conversation's commands wait for the answer, in their order; so it is to come from memory as a rule. No call blocks;
 * safe for use by several threads.
 */
public interface Admission {

    /** Has no objection to anything. */
    Admission ALWAYS = (state, command) -> CompletableFuture.completedFuture(true);

    /**
     * Whether the command may become an entry, as far as this can tell. Completes exceptionally if that cannot be found out
     * now.
     *
     * @param state of the conversation, up to the entry before; its author is a member, or creates it
     */
    CompletionStage<Boolean> admits(ConversationState state, Command command);
}
