package io.parley.log.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.parley.kernel.ConversationId;
import io.parley.log.Entry;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The batch of {@link CassandraLogStore} without the condition that the bucket is not retired: what that condition costs is
 * the difference.
 */
public final class UnguardedAppend {

    private final CqlSession session;
    private final PreparedStatement insertEntry;

    /** Prepares the statement; blocks for that. */
    public UnguardedAppend(CqlSession session) {
        this.session = session;
        insertEntry = session.prepare("INSERT INTO conversation_log"
                + " (conversation_id, bucket, seq, id, author, kind, version, ordinal, at, digest, salt, content, sent_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
    }

    /** Whether the entries were written. */
    public CompletionStage<Boolean> append(ConversationId conversation, long bucket, List<Entry> entries) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        for (Entry entry : entries) {
            batch.addStatement(EntryRow.bind(insertEntry, conversation, bucket, entry));
        }
        return session.executeAsync(batch.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                        .setIdempotence(false)
                        .build())
                .thenApply(result -> result.wasApplied());
    }
}
