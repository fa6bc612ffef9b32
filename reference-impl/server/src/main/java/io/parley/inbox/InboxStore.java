package io.parley.inbox;

import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Where inboxes are kept. Each part of a row is written with its own seq as timestamp: the highest holds, whatever the order
 * of arrival. No call blocks. A stage that completes exceptionally means that the store did not answer.
 */
public interface InboxStore {

    /**
     * A row as it is kept.
     *
     * @param writtenAt by the clock of the node that wrote the head
     */
    record Stored(InboxRow row, Instant writtenAt) {}

    /**
     * Parts users into those whose rows are best written together: one {@link #write} for each part costs a fraction of one
     * for each user. Each user stands in one part; who is given twice is written once.
     */
    List<List<UserId>> together(Collection<UserId> users);

    /** Writes a row of each of the users; of each row the parts that it has, all of them or none. */
    CompletionStage<?> write(Map<UserId, InboxRow> rows, Instant writtenAt);

    /**
     * Removes the rows of users who left, each with the position of the entry that made them leave as timestamp: what a later
     * entry writes stands, whichever comes first.
     */
    CompletionStage<?> remove(ConversationId conversation, Map<UserId, Seq> left);

    /**
     * Erases what rows show of a message, with the position of the message as timestamp: at the same timestamp an erasure
     * wins, and what a later message wrote stands.
     */
    CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId conversation, Seq message);

    /** Moves the read mark of a row, also of one that has no head yet; a lower one changes nothing. */
    CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read);

    /** All rows of a user, in no order: at least what was acknowledged, but for rows that have no head yet. */
    CompletionStage<List<Stored>> rows(UserId user);
}
