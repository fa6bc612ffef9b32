package io.parley.contact.postgres;

import io.parley.contact.BlockStore;
import io.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Blocks in PostgreSQL. */
@Repository
class PostgresBlocks implements BlockStore {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    PostgresBlocks(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Addition add(UserId blocker, Block block, int blocksMax) {
        return Objects.requireNonNull(transactions.execute(status -> {
            // Additions of one blocker queue up here: the count below stays true until the insert is committed.
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:blocker, 0))")
                    .param("blocker", blocker.toString())
                    .query((row, n) -> true)
                    .list();
            int others = jdbc.sql("SELECT count(*) FROM block WHERE blocker = :blocker AND blocked <> :blocked")
                    .param("blocker", blocker.value())
                    .param("blocked", block.blocked().value())
                    .query(Integer.class)
                    .single();
            return others >= blocksMax ? Addition.FULL : insert(blocker, block);
        }));
    }

    private Addition insert(UserId blocker, Block block) {
        int rows = jdbc.sql("INSERT INTO block (blocker, blocked, created_at) VALUES (:blocker, :blocked, :since)"
                        + " ON CONFLICT DO NOTHING")
                .param("blocker", blocker.value())
                .param("blocked", block.blocked().value())
                .param("since", block.since().atOffset(ZoneOffset.UTC))
                .update();
        return rows == 1 ? Addition.ADDED : Addition.WAS_THERE;
    }

    @Override
    public void remove(UserId blocker, UserId blocked) {
        jdbc.sql("DELETE FROM block WHERE blocker = :blocker AND blocked = :blocked")
                .param("blocker", blocker.value())
                .param("blocked", blocked.value())
                .update();
    }

    @Override
    public List<Block> madeBy(UserId blocker) {
        return jdbc.sql("SELECT blocked, created_at FROM block WHERE blocker = :blocker"
                        + " ORDER BY created_at DESC, blocked")
                .param("blocker", blocker.value())
                .query((row, n) -> new Block(
                        user(row, "blocked"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public Sides around(UserId user, int blockedByMax) {
        Set<UserId> blocked = new HashSet<>();
        Set<UserId> blockedBy = new HashSet<>();
        jdbc.sql("""
                        SELECT blocked AS other, true AS is_own FROM block WHERE blocker = :user
                        UNION ALL
                        (SELECT blocker, false FROM block WHERE blocked = :user LIMIT :limit)""")
                .param("user", user.value())
                .param("limit", blockedByMax + 1)
                .query((ResultSet row) -> {
                    (row.getBoolean("is_own") ? blocked : blockedBy).add(user(row, "other"));
                });
        return new Sides(blocked, blockedBy, blockedBy.size() <= blockedByMax);
    }

    @Override
    public boolean standsBetween(UserId one, UserId other) {
        return jdbc.sql("SELECT count(*) FROM block WHERE (blocker = :one AND blocked = :other)"
                                + " OR (blocker = :other AND blocked = :one)")
                        .param("one", one.value())
                        .param("other", other.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static UserId user(ResultSet row, String column) throws SQLException {
        return new UserId(row.getObject(column, UUID.class));
    }
}
