package io.parley.inbox;

import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.List;
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

    /** Writes the parts that the row has; all of them or none. */
    CompletionStage<?> write(UserId user, InboxRow row, Instant writtenAt);

    /** Moves the read mark of a row, also of one that has no head yet; a lower one changes nothing. */
    CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read);

    /** All rows of a user, in no order: at least what was acknowledged, but for rows that have no head yet. */
    CompletionStage<List<Stored>> rows(UserId user);
}
