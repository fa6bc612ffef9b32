package io.parley.measure.bare;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.measure.parley.Words;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One log that grows: the statements of the server's store, with rows of the same size. */
final class BareConversation {

    private static final int BUCKET_ENTRIES = 1024;
    private static final int DIGEST_BYTES = 32;
    private static final String INSERT = "INSERT INTO conversation_log"
            + " (conversation_id, bucket, seq, id, author, kind, version, ordinal, at, digest, salt, content, sent_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS";
    private static final String REQUIRE_OPEN =
            "UPDATE conversation_log SET tail = ? WHERE conversation_id = ? AND bucket = ? IF retired = null";

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement requireOpen;
    private final int batch;
    private final BareTally tally;
    private final UUID conversation = UuidCreator.getTimeOrderedEpoch();
    private final UUID author = UuidCreator.getTimeOrderedEpoch();
    private long seq = 1;
    private volatile boolean stopped;

    /** Prepares the statements, which the driver does once for all conversations. */
    BareConversation(CqlSession session, int batch, BareTally tally) {
        this.session = session;
        this.batch = batch;
        this.tally = tally;
        insert = session.prepare(INSERT);
        requireOpen = session.prepare(REQUIRE_OPEN);
    }

    void stop() {
        stopped = true;
    }

    /** Writes the next batch, and so on. */
    void next() {
        if (stopped) {
            return;
        }
        int count = (int) Math.min(batch, BUCKET_ENTRIES - (seq - 1) % BUCKET_ENTRIES);
        long bucket = (seq - 1) / BUCKET_ENTRIES;
        BatchStatementBuilder statements = BatchStatement.builder(BatchType.UNLOGGED);
        for (int i = 0; i < count; i++) {
            statements.addStatement(insert.bind(
                            conversation,
                            bucket,
                            seq + i,
                            UuidCreator.getTimeOrderedEpoch(),
                            author,
                            "message",
                            1,
                            seq + i,
                            Instant.now(),
                            ByteBuffer.wrap(new byte[DIGEST_BYTES]),
                            UUID.randomUUID(),
                            "{\"text\":\"" + Words.TEXT + conversation + "\"}")
                    .setInstant("sent_at", null));
        }
        statements.addStatement(requireOpen.bind(seq + count - 1, conversation, bucket));
        seq += count;
        long began = System.nanoTime();
        var unused = session.executeAsync(statements.setIdempotence(false).build())
                .whenComplete((result, failure) -> written(count, System.nanoTime() - began, result, failure));
    }

    private void written(int count, long nanos, @Nullable AsyncResultSet result, @Nullable Throwable failure) {
        if (failure != null || result == null || !result.wasApplied()) {
            if (!stopped) {
                System.out.println("failed " + failure);
            }
            return;
        }
        tally.written(count, nanos);
        next();
    }
}
