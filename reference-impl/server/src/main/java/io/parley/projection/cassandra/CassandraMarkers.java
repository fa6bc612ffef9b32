package io.parley.projection.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.parley.kernel.ConversationId;
import io.parley.problem.StoreAnswers;
import io.parley.projection.MarkerStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Markers in one partition per incarnation and shard. Safe for use by several threads. */
public final class CassandraMarkers implements MarkerStore {

    /** After every timestamp that an incarnation gives: a swept shard stays empty. */
    private static final long FOR_EVER = Long.MAX_VALUE - 1;

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement first;
    private final PreparedStatement next;
    private final PreparedStatement clear;

    /** Prepares the statements; blocks for that. */
    public CassandraMarkers(CqlSession session) {
        this.session = session;
        insert = session.prepare("INSERT INTO projection_marker (incarnation, shard, conversation_id)"
                + " VALUES (?, ?, ?) USING TIMESTAMP ?");
        delete = session.prepare("DELETE FROM projection_marker USING TIMESTAMP ?"
                + " WHERE incarnation = ? AND shard = ? AND conversation_id = ?");
        first = session.prepare(
                "SELECT conversation_id FROM projection_marker WHERE incarnation = ? AND shard = ? LIMIT ?");
        next = session.prepare("SELECT conversation_id FROM projection_marker"
                + " WHERE incarnation = ? AND shard = ? AND conversation_id > ? LIMIT ?");
        clear = session.prepare("DELETE FROM projection_marker USING TIMESTAMP ? WHERE incarnation = ? AND shard = ?");
    }

    @Override
    public CompletionStage<?> put(Place place, long timestamp) {
        return write(insert.bind(
                place.incarnation(), place.shard(), place.conversation().value(), timestamp));
    }

    @Override
    public CompletionStage<?> drop(Place place, long timestamp) {
        return write(delete.bind(
                timestamp,
                place.incarnation(),
                place.shard(),
                place.conversation().value()));
    }

    @Override
    public CompletionStage<List<ConversationId>> list(
            UUID incarnation, long shard, Optional<ConversationId> after, int limit) {
        BoundStatement statement = after.map(last -> next.bind(incarnation, shard, last.value(), limit))
                .orElseGet(() -> first.bind(incarnation, shard, limit));
        return StoreAnswers.orUnavailable(session.executeAsync(statement
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setPageSize(limit)
                        .setIdempotent(true))
                .thenApply(page -> {
                    List<ConversationId> found = new ArrayList<>();
                    page.currentPage()
                            .forEach(row -> found.add(
                                    new ConversationId(Objects.requireNonNull(row.getUuid("conversation_id")))));
                    return found;
                }));
    }

    @Override
    public CompletionStage<?> clear(UUID incarnation, long shard) {
        return write(clear.bind(FOR_EVER, incarnation, shard));
    }

    private CompletionStage<?> write(BoundStatement statement) {
        return StoreAnswers.orUnknown(session.executeAsync(
                statement.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM).setIdempotent(true)));
    }
}
