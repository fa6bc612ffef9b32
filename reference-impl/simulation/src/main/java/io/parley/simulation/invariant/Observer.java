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
import io.parley.simulation.client.MemberMark;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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

    /** A node decided that a conversation is there: made now, or before. */
    default void created(ConversationId conversation) {}

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

    /** A device reports how far it is; {@link Seq#NONE} says nothing. */
    default void reported(String device, UserId user, ConversationId conversation, Seq delivered, Seq read) {}

    /** A node took a report, whether or not it will be durable. */
    default void markTaken(UserId user, ConversationId conversation, Seq delivered) {}

    /** A node said that a report is durable. */
    default void markDurable(UserId user, ConversationId conversation, Seq delivered, Seq read) {}

    /**
     * A node refused a report.
     *
     * @param known the position up to which entries had been acknowledged when it reached the node
     * @param delivered what was reported, or less
     */
    default void markRefused(UserId user, ConversationId conversation, Seq known, Seq delivered, String problem) {}

    /** A node pushes marks that moved, and how far all are, whoever that is. */
    default void shownMarks(UserId to, ConversationId conversation, List<MemberMark> marks, Position all) {}

    /**
     * A node answered somebody with the marks of all members.
     *
     * @param known the position up to which entries had been acknowledged when the node was asked
     * @param before what had been shown of each by then
     */
    default void readMarks(
            UserId reader,
            ConversationId conversation,
            Seq known,
            Map<UserId, Position> before,
            Collection<MemberMark> marks) {}

    /** All faults are over, and all that was under way had time to end. */
    default void ended() {}
}
