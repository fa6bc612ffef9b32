package io.parley.idindex.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.idindex.IdBlock;
import io.parley.idindex.IdBlock.Span;
import io.parley.idindex.IdBlockStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.problem.StoreAnswers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Blocks of ids in two tables, so that spans are read without the ids. Safe for use by several threads. */
public final class CassandraIdBlocks implements IdBlockStore {

    private static final int ID_BYTES = 2 * Long.BYTES;

    private final CqlSession session;
    private final PreparedStatement insertBlock;
    private final PreparedStatement insertSpan;
    private final PreparedStatement selectSpans;
    private final PreparedStatement selectBlock;

    /** Prepares the statements; blocks for that. */
    public CassandraIdBlocks(CqlSession session) {
        this.session = session;
        insertBlock = session.prepare(
                "INSERT INTO id_block (conversation_id, bucket, ids) VALUES (?, ?, ?) USING TIMESTAMP ?");
        insertSpan = session.prepare("INSERT INTO id_span (conversation_id, bucket, first_millis, last_millis)"
                + " VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
        selectSpans = session.prepare("SELECT bucket, first_millis, last_millis FROM id_span"
                + " WHERE conversation_id = ? AND bucket >= ? AND bucket <= ?");
        selectBlock = session.prepare("SELECT ids FROM id_block WHERE conversation_id = ? AND bucket = ?");
    }

    @Override
    public CompletionStage<?> save(ConversationId conversation, IdBlock block) {
        Span span = block.span();
        // The bucket alone decides what is written, so its number does for a timestamp.
        long timestamp = block.bucket() + 1;
        return execute(insertBlock.bind(conversation.value(), block.bucket(), packed(block.ids()), timestamp))
                .thenCompose(done -> execute(insertSpan.bind(
                        conversation.value(), block.bucket(), span.firstMillis(), span.lastMillis(), timestamp)));
    }

    private CompletionStage<AsyncResultSet> execute(BoundStatement insert) {
        return StoreAnswers.orUnknown(session.executeAsync(
                insert.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM).setIdempotent(true)));
    }

    @Override
    public CompletionStage<List<Span>> spans(ConversationId conversation, long firstBucket, long lastBucket) {
        return StoreAnswers.orUnavailable(session.executeAsync(selectSpans
                        .bind(conversation.value(), firstBucket, lastBucket)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenCompose(page -> collect(page, new ArrayList<>())));
    }

    private static CompletionStage<List<Span>> collect(AsyncResultSet page, List<Span> spans) {
        for (Row row : page.currentPage()) {
            spans.add(new Span(row.getLong("bucket"), row.getLong("first_millis"), row.getLong("last_millis")));
        }
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, spans))
                : CompletableFuture.completedFuture(spans);
    }

    @Override
    public CompletionStage<Optional<IdBlock>> block(ConversationId conversation, long bucket) {
        return StoreAnswers.orUnavailable(session.executeAsync(selectBlock
                        .bind(conversation.value(), bucket)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenApply(page -> Optional.ofNullable(page.one())
                        .map(row -> new IdBlock(bucket, unpacked(Objects.requireNonNull(row.getByteBuffer("ids")))))));
    }

    private static ByteBuffer packed(List<EntryId> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES * ids.size());
        ids.forEach(id -> bytes.putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits()));
        return bytes.flip();
    }

    private static List<EntryId> unpacked(ByteBuffer bytes) {
        List<EntryId> ids = new ArrayList<>(bytes.remaining() / ID_BYTES);
        while (bytes.hasRemaining()) {
            ids.add(new EntryId(new UUID(bytes.getLong(), bytes.getLong())));
        }
        return ids;
    }
}
