package io.parley.simulation.invariant;

import io.parley.inbox.InboxRow;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import io.parley.simulation.client.Held;
import java.util.Collection;
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

    /** A node answered over a socket that the command stands in the log there. */
    default void accepted(Attempt attempt, Seq seq) {}

    /**
     * A node told its listeners.
     *
     * @param node name of the node's incarnation
     */
    default void committed(String node, EntriesCommitted committed) {}

    /** A node pushed an entry to a user. */
    default void pushed(UserId user, ConversationId conversation, Seq seq) {}

    /** A device holds a conversation from a position on. */
    default void began(String device, ConversationId conversation, Seq startsAt) {}

    /** A device applied entries. */
    default void applied(String device, ConversationId conversation, List<Held> entries) {}

    /** A device forgot what it held, as when a page is loaded anew. */
    default void forgot(String device) {}

    /**
     * A node answered with entries.
     *
     * @param known the position up to which they had been acknowledged when the node was asked
     */
    default void readEntries(ConversationId conversation, Seq from, Seq to, Seq known, List<Entry> entries) {}

    /** A node answered with a state. */
    default void readState(ConversationId conversation, Seq known, ConversationState state) {}

    /** A node listed a user's conversations, after all faults were over. */
    default void listed(UserId user, Collection<InboxRow> rows) {}

    /** All faults are over, and all that was under way had time to end. */
    default void ended() {}
}
