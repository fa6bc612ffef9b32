package io.parley.log.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.kernel.ConversationId;
import io.parley.log.LogCatalogue;
import io.parley.problem.StoreAnswers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Goes over the partitions of the logs by ranges of tokens, so that each step reads a small part of the ring. Every log has a
 * first bucket, also when its entries are gone: its flag stays. Safe for use by several threads.
 */
public final class CassandraLogCatalogue implements LogCatalogue {

    private static final int PARTS = 256;

    private final CqlSession session;
    private final PreparedStatement select;

    /** Prepares the statement; blocks for that. */
    public CassandraLogCatalogue(CqlSession session) {
        this.session = session;
        select = session.prepare("SELECT DISTINCT conversation_id, bucket FROM conversation_log"
                + " WHERE token(conversation_id, bucket) >= ? AND token(conversation_id, bucket) <= ?");
    }

    @Override
    public int parts() {
        return PARTS;
    }

    @Override
    public CompletionStage<List<ConversationId>> conversations(int part) {
        return StoreAnswers.orUnavailable(session.executeAsync(select.bind(first(part), first(part + 1) - 1)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenCompose(page -> collect(page, new ArrayList<>())));
    }

    /** The first token of a part; that after the last one is the lowest again, one before which lies the highest. */
    private static long first(int part) {
        return BigInteger.valueOf(Long.MIN_VALUE)
                .add(BigInteger.ONE
                        .shiftLeft(Long.SIZE)
                        .multiply(BigInteger.valueOf(part))
                        .divide(BigInteger.valueOf(PARTS)))
                .longValue();
    }

    private static CompletionStage<List<ConversationId>> collect(AsyncResultSet page, List<ConversationId> found) {
        for (Row row : page.currentPage()) {
            if (row.getLong("bucket") == 0) {
                found.add(new ConversationId(Objects.requireNonNull(row.getUuid("conversation_id"))));
            }
        }
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, found))
                : CompletableFuture.completedFuture(found);
    }
}
