package io.parley.projection.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.problem.StoreAnswers;
import io.parley.projection.IncarnationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Incarnations in one partition. Nodes that renew at the same moment compete for it, which is nothing for some tens of
 * nodes. Safe for use by several threads.
 */
public final class CassandraIncarnations implements IncarnationStore {

    /** The one partition. */
    private static final int PART = 0;

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement renew;
    private final PreparedStatement select;
    private final PreparedStatement declare;
    private final PreparedStatement delete;

    /** Prepares the statements; blocks for that. */
    public CassandraIncarnations(CqlSession session) {
        this.session = session;
        insert = session.prepare("INSERT INTO node_incarnation (part, incarnation, beat, first_shard, last_shard, dead)"
                + " VALUES (?, ?, ?, ?, ?, false) IF NOT EXISTS");
        renew = session.prepare("UPDATE node_incarnation SET beat = ?, first_shard = ?, last_shard = ?"
                + " WHERE part = ? AND incarnation = ? IF dead = false");
        select = session.prepare(
                "SELECT incarnation, beat, first_shard, last_shard, dead FROM node_incarnation WHERE part = ?");
        declare = session.prepare("UPDATE node_incarnation SET dead = true"
                + " WHERE part = ? AND incarnation = ? IF dead = false AND beat = ?");
        delete = session.prepare("DELETE FROM node_incarnation WHERE part = ? AND incarnation = ? IF EXISTS");
    }

    @Override
    public CompletionStage<Boolean> register(Beat first) {
        return decided(insert.bind(PART, first.incarnation(), first.beat(), first.firstShard(), first.lastShard()));
    }

    @Override
    public CompletionStage<Boolean> renew(Beat next) {
        return decided(renew.bind(next.beat(), next.firstShard(), next.lastShard(), PART, next.incarnation()));
    }

    @Override
    public CompletionStage<List<Beat>> all() {
        return StoreAnswers.orUnavailable(session.executeAsync(select.bind(PART)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenApply(page -> {
                    List<Beat> beats = new ArrayList<>();
                    page.currentPage().forEach(row -> beats.add(beat(row)));
                    return beats;
                }));
    }

    @Override
    public CompletionStage<Boolean> declareDead(UUID incarnation, long beat) {
        return decided(declare.bind(PART, incarnation, beat));
    }

    @Override
    public CompletionStage<?> remove(UUID incarnation) {
        return decided(delete.bind(PART, incarnation));
    }

    private CompletionStage<Boolean> decided(BoundStatement statement) {
        return StoreAnswers.orUnknown(session.executeAsync(statement
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                        .setIdempotent(false))
                .thenApply(AsyncResultSet::wasApplied));
    }

    private static Beat beat(Row row) {
        return new Beat(
                Objects.requireNonNull(row.getUuid("incarnation")),
                row.getLong("beat"),
                row.getLong("first_shard"),
                row.getLong("last_shard"),
                row.getBoolean("dead"));
    }
}
