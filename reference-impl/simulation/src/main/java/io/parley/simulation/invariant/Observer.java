package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import java.util.List;

/** Sees all that matters, at the moment it happens. */
public interface Observer {

    /** The store wrote a batch. */
    default void written(ConversationId conversation, long bucket, List<Entry> entries) {}

    /** The store erased a content. */
    default void erased(ConversationId conversation, Entry entry) {}

    /** A command reached a node. */
    default void submitted(Attempt attempt) {}

    /** A node decided about it, whether or not anybody hears of it. */
    default void answered(Attempt attempt, Outcome outcome) {}

    /** A node told its listeners. */
    default void committed(EntriesCommitted committed) {}

    /**
     * A node answered with entries.
     *
     * @param known the position up to which they had been acknowledged when the node was asked
     */
    default void readEntries(ConversationId conversation, Seq from, Seq to, Seq known, List<Entry> entries) {}

    /** A node answered with a state. */
    default void readState(ConversationId conversation, Seq known, ConversationState state) {}

    /** All faults are over, and all that was under way had time to end. */
    default void ended() {}
}
