package io.parley.acceptance.crash;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.Set;

/** What happened to one client, as it wrote it down itself. */
sealed interface Event {

    /** The client made a conversation, whose members stay the same: rounds change none. */
    record Created(ConversationId conversation, Set<UserId> members) implements Event {

        public Created {
            members = Set.copyOf(members);
        }
    }

    /**
     * The client made a message; written down before its first attempt to send it. Repeats are no events.
     *
     * @param nanos of the clock that all clients share
     */
    record Sent(ConversationId conversation, EntryId id, String text, long nanos) implements Event {}

    /**
     * The message is said to stand at this position; written down after the answer came.
     *
     * @param nanos of the clock that all clients share
     */
    record Acknowledged(EntryId id, Seq seq, long nanos) implements Event {}

    /** Nobody knows whether the message will stand in the log; it is repeated. */
    record Undecided(EntryId id) implements Event {}

    /** The message is said to stand nowhere, and never to do so. */
    record Refused(EntryId id, String problem) implements Event {}

    /** The client was told that there is such a conversation. */
    record Told(ConversationId conversation) implements Event {}

    /** The client tried to get into a conversation that it does not belong to. */
    record Tried(ConversationId conversation, Way way, Way.Outcome outcome) implements Event {}

    /** The client begins to apply entries after this position. */
    record Began(ConversationId conversation, Seq after) implements Event {}

    /** The client showed the entry. */
    record Applied(ConversationId conversation, LogEntry entry) implements Event {}

    /**
     * The client's connection was gone.
     *
     * @param nanos of the clock that all clients share
     */
    record Disconnected(long nanos) implements Event {}
}
