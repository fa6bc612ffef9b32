package io.parley.conversation;

import io.parley.account.Users;
import io.parley.contact.KnownBlocks;
import io.parley.limits.Limits;
import io.parley.log.Admission;
import io.parley.log.ConversationLog;
import io.parley.receipt.Receipts;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The conversations of one node, on stores that are given. */
public record ConversationParts(
        Conversations conversations, History history, ConversationCreator creator, Marks marks) {

    /** What keeps out of direct conversations whom blocks keep out. */
    public static Admission admission(KnownBlocks blocks) {
        return new DirectAdmission(blocks);
    }

    /**
     * Makes them.
     *
     * @param blocking runs what looks into PostgreSQL
     */
    public static ConversationParts on(
            ConversationLog log,
            DirectConversations directs,
            Receipts receipts,
            Users users,
            Limits limits,
            InstantSource clock,
            Executor blocking) {
        Conversations conversations = new Conversations(log);
        return new ConversationParts(
                conversations,
                new History(conversations, log, limits),
                new ConversationCreator(log, directs, users, limits, clock, blocking),
                new Marks(conversations, log, receipts));
    }
}
