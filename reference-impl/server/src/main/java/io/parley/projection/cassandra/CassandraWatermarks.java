package io.parley.projection.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.problem.StoreAnswers;
import io.parley.projection.WatermarkStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Watermarks with their seq as timestamp, so that the highest wins. Safe for use by several threads. */
public final class CassandraWatermarks implements WatermarkStore {

    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement selectBuilt;
    private final PreparedStatement insertBuilt;

    /** Prepares the statements; blocks for that. */
    public CassandraWatermarks(CqlSession session) {
        this.session = session;
        select = session.prepare("SELECT projection, seq FROM projection_watermark WHERE conversation_id = ?");
        insert = session.prepare("INSERT INTO projection_watermark (conversation_id, projection, seq)"
                + " VALUES (?, ?, ?) USING TIMESTAMP ?");
        selectBuilt = session.prepare("SELECT projection FROM projection_built WHERE projection = ?");
        insertBuilt = session.prepare("INSERT INTO projection_built (projection, at) VALUES (?, toTimestamp(now()))");
    }

    @Override
    public CompletionStage<Map<String, Seq>> read(ConversationId conversation) {
        return StoreAnswers.orUnavailable(session.executeAsync(select.bind(conversation.value())
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenApply(page -> {
                    Map<String, Seq> marks = new HashMap<>();
                    page.currentPage()
                            .forEach(row -> marks.put(
                                    Objects.requireNonNull(row.getString("projection")), new Seq(row.getLong("seq"))));
                    return marks;
                }));
    }

    @Override
    public CompletionStage<?> save(ConversationId conversation, String projection, Seq applied) {
        return StoreAnswers.orUnknown(
                session.executeAsync(insert.bind(conversation.value(), projection, applied.value(), applied.value())
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true)));
    }

    @Override
    public CompletionStage<Boolean> isBuilt(String projection) {
        return StoreAnswers.orUnavailable(session.executeAsync(selectBuilt
                        .bind(projection)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenApply(page -> page.one() != null));
    }

    @Override
    public CompletionStage<?> built(String projection) {
        return StoreAnswers.orUnknown(session.executeAsync(insertBuilt
                .bind(projection)
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setIdempotent(true)));
    }
}
