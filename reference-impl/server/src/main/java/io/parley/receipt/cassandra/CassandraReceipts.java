package io.parley.receipt.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.problem.StoreAnswers;
import io.parley.receipt.DeviceMark;
import io.parley.receipt.Mark;
import io.parley.receipt.ReceiptStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Marks in one partition per conversation: what is written together is one mutation. A position is its own timestamp, so
 * that the highest holds; a write or delete by the clock would shadow every later one. Safe for use by several threads.
 */
public final class CassandraReceipts implements ReceiptStore {

    private final CqlSession session;
    private final PreparedStatement insertDelivered;
    private final PreparedStatement insertRead;
    private final PreparedStatement select;

    /** Prepares the statements; blocks for that. */
    public CassandraReceipts(CqlSession session) {
        this.session = session;
        insertDelivered = session.prepare("INSERT INTO receipt (conversation_id, user_id, device_id, delivered_seq)"
                + " VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
        insertRead = session.prepare("INSERT INTO receipt (conversation_id, user_id, device_id, read_seq, read_ordinal)"
                + " VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
        select = session.prepare("SELECT user_id, device_id, delivered_seq, read_seq, read_ordinal FROM receipt"
                + " WHERE conversation_id = ?");
    }

    @Override
    public CompletionStage<?> write(ConversationId conversation, List<DeviceMark> marks) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        for (DeviceMark each : marks) {
            long delivered = each.mark().delivered().value();
            batch.addStatement(insertDelivered.bind(
                    conversation.value(), each.user().value(), each.device().value(), delivered, delivered));
            Seq read = each.mark().read();
            if (read.isAfter(Seq.NONE)) {
                batch.addStatement(insertRead.bind(
                        conversation.value(),
                        each.user().value(),
                        each.device().value(),
                        read.value(),
                        each.mark().readOrdinal(),
                        read.value()));
            }
        }
        return StoreAnswers.orUnavailable(session.executeAsync(batch.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setIdempotence(true)
                .build()));
    }

    @Override
    public CompletionStage<List<DeviceMark>> read(ConversationId conversation) {
        return StoreAnswers.orUnavailable(session.executeAsync(select.bind(conversation.value())
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenCompose(page -> collect(page, new ArrayList<>())));
    }

    private static CompletionStage<List<DeviceMark>> collect(AsyncResultSet page, List<DeviceMark> found) {
        page.currentPage().forEach(row -> found.add(mark(row)));
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, found))
                : CompletableFuture.completedFuture(found);
    }

    /** A position that is not there counts as zero. */
    private static DeviceMark mark(Row row) {
        return new DeviceMark(
                new UserId(Objects.requireNonNull(row.getUuid("user_id"))),
                new DeviceId(Objects.requireNonNull(row.getUuid("device_id"))),
                new Mark(
                        new Seq(row.getLong("delivered_seq")),
                        new Seq(row.getLong("read_seq")),
                        row.getLong("read_ordinal")));
    }
}
