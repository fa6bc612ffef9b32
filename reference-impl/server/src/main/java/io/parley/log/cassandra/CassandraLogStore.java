package io.parley.log.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import io.parley.problem.StoreAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Logs in Cassandra. Consistency levels are pinned on every statement: the driver's defaults are others, and a single
 * replica would hide the mistake. Safe for use by several threads.
 */
public final class CassandraLogStore implements LogStore {

    private static final ConsistencyLevel QUORUM = ConsistencyLevel.LOCAL_QUORUM;
    private static final ConsistencyLevel SERIAL = ConsistencyLevel.LOCAL_SERIAL;

    /** Rows of one answer. With contents they are few: a text's JSON takes up to six times the bytes of the text. */
    private static final int PAGE_ROWS = 256;

    private final CqlSession session;
    private final PreparedStatement insertEntry;
    private final PreparedStatement requireOpenBucket;
    private final PreparedStatement selectEntries;
    private final PreparedStatement selectIds;
    private final PreparedStatement eraseContent;
    private final PreparedStatement selectSnapshot;
    private final PreparedStatement insertSnapshot;

    /** Prepares the statements; blocks for that. */
    public CassandraLogStore(CqlSession session) {
        this.session = session;
        insertEntry = session.prepare("INSERT INTO conversation_log"
                + " (conversation_id, bucket, seq, id, author, kind, version, ordinal, at, digest, salt, content, sent_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        // A condition needs something to write: the bucket's last position, for people who look into the table.
        requireOpenBucket = session.prepare(
                "UPDATE conversation_log SET tail = ? WHERE conversation_id = ? AND bucket = ? IF retired = null");
        selectEntries =
                session.prepare("SELECT seq, id, author, kind, version, ordinal, at, sent_at, digest, salt, content"
                        + " FROM conversation_log WHERE conversation_id = ? AND bucket = ? AND seq >= ? AND seq <= ?");
        selectIds = session.prepare("SELECT seq, id FROM conversation_log"
                + " WHERE conversation_id = ? AND bucket = ? AND seq >= ? AND seq <= ?");
        // Conditional, like all that changes the log: without, it might be ordered before the append that it follows.
        eraseContent = session.prepare("UPDATE conversation_log SET salt = null, content = null"
                + " WHERE conversation_id = ? AND bucket = ? AND seq = ? IF EXISTS");
        selectSnapshot =
                session.prepare("SELECT seq, version, state FROM conversation_snapshot WHERE conversation_id = ?");
        insertSnapshot = session.prepare("INSERT INTO conversation_snapshot (conversation_id, seq, version, state)"
                + " VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
    }

    @Override
    public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        for (Entry entry : entries) {
            batch.addStatement(EntryRow.bind(insertEntry, conversation, bucket, entry));
        }
        Seq last = entries.get(entries.size() - 1).seq();
        batch.addStatement(requireOpenBucket.bind(last.value(), conversation.value(), bucket));
        // Not idempotent: the driver must not send it twice behind our back; a repeat is the log's decision.
        Statement<?> statement = batch.setConsistencyLevel(QUORUM)
                .setSerialConsistencyLevel(SERIAL)
                .setIdempotence(false)
                .build();
        return session.executeAsync(statement)
                .handle((result, failure) ->
                        failure != null ? Append.UNKNOWN : result.wasApplied() ? Append.APPLIED : Append.LOST);
    }

    @Override
    public CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
        Statement<?> statement = selectEntries
                .bind(conversation.value(), bucket, from.value(), to.value())
                .setConsistencyLevel(consistency == Consistency.SERIAL ? SERIAL : QUORUM)
                .setIdempotent(true)
                .setPageSize(PAGE_ROWS);
        return StoreAnswers.orUnavailable(
                session.executeAsync(statement).thenCompose(page -> collect(page, EntryRow::read, new ArrayList<>())));
    }

    @Override
    public CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to) {
        // All in one answer: a whole bucket of ids is no more than that.
        int rows = Math.toIntExact(to.value() - from.value() + 1);
        Statement<?> statement = selectIds
                .bind(conversation.value(), bucket, from.value(), to.value())
                .setConsistencyLevel(QUORUM)
                .setIdempotent(true)
                .setPageSize(rows);
        return StoreAnswers.orUnavailable(
                session.executeAsync(statement).thenCompose(page -> collect(page, EntryRow::idAt, new ArrayList<>())));
    }

    private static <T> CompletionStage<List<T>> collect(AsyncResultSet page, Function<Row, T> read, List<T> all) {
        for (Row row : page.currentPage()) {
            all.add(read.apply(row));
        }
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, read, all))
                : CompletableFuture.completedFuture(all);
    }

    @Override
    public CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq) {
        // Twice is as good as once.
        Statement<?> statement = eraseContent
                .bind(conversation.value(), bucket, seq.value())
                .setConsistencyLevel(QUORUM)
                .setSerialConsistencyLevel(SERIAL)
                .setIdempotent(true);
        return StoreAnswers.orUnknown(session.executeAsync(statement));
    }

    @Override
    public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
        Statement<?> statement = selectSnapshot
                .bind(conversation.value())
                .setConsistencyLevel(QUORUM)
                .setIdempotent(true);
        return StoreAnswers.orUnavailable(
                session.executeAsync(statement).thenApply(result -> Optional.ofNullable(result.one())
                        .map(row -> new Snapshot(
                                new Seq(row.getLong("seq")), row.getInt("version"), EntryRow.text(row, "state")))));
    }

    @Override
    public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
        long seq = snapshot.seq().value();
        Statement<?> statement = insertSnapshot
                .bind(conversation.value(), seq, snapshot.version(), snapshot.state(), seq)
                .setConsistencyLevel(QUORUM)
                .setIdempotent(true);
        return session.executeAsync(statement);
    }
}
