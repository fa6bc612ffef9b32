package io.parley.inbox.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.inbox.InboxStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.problem.StoreAnswers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Inboxes in one partition per user. A row is one mutation of up to three statements, as each part carries its own seq as
 * timestamp; rows of users that the same nodes keep travel in one request. Safe for use by several threads.
 */
public final class CassandraInbox implements InboxStore {

    private final CqlSession session;
    private final Placement placement;
    private final PreparedStatement insertHead;
    private final PreparedStatement insertMessage;
    private final PreparedStatement insertHeadAndMessage;
    private final PreparedStatement insertRead;
    private final PreparedStatement delete;
    private final PreparedStatement deleteText;
    private final PreparedStatement select;

    /** Prepares the statements; blocks for that. */
    public CassandraInbox(CqlSession session) {
        this.session = session;
        placement = new Placement(session);
        insertHead =
                session.prepare("INSERT INTO inbox (user_id, conversation_id, head_seq, ordinal, last_at, type, role,"
                        + " member_count, created_at, written_at, title, peer)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        insertMessage = session.prepare("INSERT INTO inbox (user_id, conversation_id, message_seq, message_id,"
                + " message_author, message_kind, message_text, message_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        insertHeadAndMessage =
                session.prepare("INSERT INTO inbox (user_id, conversation_id, head_seq, ordinal, last_at, type, role,"
                        + " member_count, created_at, written_at, title, peer, message_seq, message_id,"
                        + " message_author, message_kind, message_text, message_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        insertRead = session.prepare("INSERT INTO inbox (user_id, conversation_id, read_seq, read_ordinal)"
                + " VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
        delete = session.prepare("DELETE FROM inbox USING TIMESTAMP ? WHERE user_id = ? AND conversation_id = ?");
        deleteText = session.prepare(
                "DELETE message_text FROM inbox USING TIMESTAMP ? WHERE user_id = ? AND conversation_id = ?");
        select = session.prepare("SELECT conversation_id, head_seq, ordinal, last_at, type, title, role, member_count,"
                + " peer, created_at, written_at, message_seq, message_id, message_author, message_kind, message_text,"
                + " message_at, read_seq, read_ordinal FROM inbox WHERE user_id = ?");
    }

    @Override
    public List<List<UserId>> together(Collection<UserId> users) {
        return placement.together(users);
    }

    @Override
    public CompletionStage<?> write(Map<UserId, InboxRow> rows, Instant writtenAt) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        rows.forEach((user, row) -> add(batch, user, row, writtenAt));
        return execute(batch);
    }

    private CompletionStage<?> execute(BatchStatementBuilder batch) {
        return StoreAnswers.orUnknown(session.executeAsync(batch.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setIdempotence(true)
                .build()));
    }

    @Override
    public CompletionStage<?> remove(ConversationId conversation, Map<UserId, Seq> left) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        left.forEach((user, seq) -> batch.addStatement(delete.bind(seq.value(), user.value(), conversation.value())));
        return execute(batch);
    }

    @Override
    public CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId conversation, Seq message) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        users.forEach(user -> batch.addStatement(deleteText.bind(message.value(), user.value(), conversation.value())));
        return execute(batch);
    }

    /** Head and last message are one statement where they are one entry: the usual case. */
    private void add(BatchStatementBuilder batch, UserId user, InboxRow row, Instant writtenAt) {
        if (row.lastMessage()
                .filter(message -> message.seq().equals(row.head().seq()))
                .isPresent()) {
            batch.addStatement(InboxCells.headAndMessage(insertHeadAndMessage, user, row, writtenAt));
        } else {
            batch.addStatement(InboxCells.head(insertHead, user, row, writtenAt));
            row.lastMessage()
                    .ifPresent(message ->
                            batch.addStatement(InboxCells.message(insertMessage, user, row.conversation(), message)));
        }
        row.read().ifPresent(read -> batch.addStatement(InboxCells.read(insertRead, user, row.conversation(), read)));
    }

    @Override
    public CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read) {
        return StoreAnswers.orUnavailable(session.executeAsync(InboxCells.read(insertRead, user, conversation, read)
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setIdempotent(true)));
    }

    @Override
    public CompletionStage<List<Stored>> rows(UserId user) {
        return StoreAnswers.orUnavailable(session.executeAsync(select.bind(user.value())
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenCompose(page -> collect(page, new ArrayList<>())));
    }

    private static CompletionStage<List<Stored>> collect(AsyncResultSet page, List<Stored> found) {
        for (Row row : page.currentPage()) {
            // Somebody may have read a conversation before its head was written: it is on its way.
            if (!row.isNull("head_seq")) {
                found.add(InboxCells.stored(row));
            }
        }
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, found))
                : CompletableFuture.completedFuture(found);
    }
}
