package io.parley.delivery;

import io.parley.account.AccessTokens;
import io.parley.account.SessionEnded;
import io.parley.account.Speakers;
import io.parley.account.Users;
import io.parley.contact.KnownBlocks;
import io.parley.conversation.Conversations;
import io.parley.conversation.Marks;
import io.parley.conversation.web.Views;
import io.parley.inbox.Inbox;
import io.parley.limits.Limits;
import io.parley.log.AfterStep;
import io.parley.log.EntriesCommitted;
import io.parley.projection.ConversationRepaired;
import io.parley.receipt.MarksMoved;
import java.time.InstantSource;

/** The delivery of one node: what its sockets talk to, and what the log tells. */
public final class DeliveryParts {

    private final Connections connections;
    private final EntryPusher pusher;
    private final RepairPusher repairs;
    private final MarksPusher moves;
    private final FrameHandler frames;

    public DeliveryParts(
            Conversations conversations,
            Marks marks,
            Inbox inbox,
            AccessTokens tokens,
            Users users,
            Speakers speakers,
            KnownBlocks blocks,
            Limits limits,
            AfterStep afterStep,
            InstantSource clock) {
        connections = new Connections(limits, afterStep, clock);
        pusher = new EntryPusher(connections, Views.of(users));
        repairs = new RepairPusher(connections);
        moves = new MarksPusher(connections, limits);
        frames = new FrameHandler(
                tokens,
                speakers,
                blocks,
                connections,
                new HeadsAnswers(inbox, limits, clock),
                new SendAnswers(conversations, limits),
                new MarkAnswers(marks, conversations),
                limits,
                clock);
    }

    public FrameHandler frames() {
        return frames;
    }

    /** What the event listener gets in a real node. */
    public void committed(EntriesCommitted committed) {
        pusher.on(committed);
    }

    /** What the event listener gets once a conversation was made good. */
    public void repaired(ConversationRepaired repaired) {
        repairs.on(repaired);
    }

    /** What the event listener gets once marks have moved. */
    public void moved(MarksMoved moved) {
        moves.on(moved);
    }

    /** What the event listener gets when a session ends. */
    public void ended(SessionEnded ended) {
        connections.on(ended);
    }

    /** What the watch of a real node does once a second. */
    public void closeOverdue() {
        connections.closeOverdue();
    }
}
