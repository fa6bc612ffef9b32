package io.parley.schema.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the numbered scripts of {@code cql/} that the keyspace has not seen, one node at a time.
 *
 * <p>DDL is not transactional: a script that a killed node left half-way is applied again, so every statement says IF NOT
 * EXISTS. A script that was applied never changes: its checksum is held against the file's.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final CqlSession session;
    private final Duration lease;
    private final UUID owner = UUID.randomUUID();

    Migrations(CqlSession session, Duration lease) {
        this.session = session;
        this.lease = lease;
    }

    void apply() {
        SchemaChanges.execute(
                session,
                "CREATE TABLE IF NOT EXISTS schema_migration"
                        + " (version int PRIMARY KEY, name text, checksum text, applied_at timestamp)");
        SchemaChanges.execute(session, "CREATE TABLE IF NOT EXISTS schema_lease (name text PRIMARY KEY, owner uuid)");
        List<Script> scripts = Script.packaged();
        takeLease();
        try {
            refuseNewerSchema(scripts);
            scripts.forEach(this::applyOnce);
        } finally {
            giveLeaseBack();
        }
    }

    /** A lease, not a lock: a node that dies holding it delays the next start, and no more. */
    private void takeLease() {
        while (!hasLease()) {
            LOG.info("Another node is bringing the Cassandra schema up to date, or the store is slow; waiting");
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean hasLease() {
        try {
            Row answer = session.execute(SimpleStatement.newInstance(
                            "INSERT INTO schema_lease (name, owner) VALUES ('migrations', ?) IF NOT EXISTS USING TTL "
                                    + lease.toSeconds(),
                            owner))
                    .one();
            return answer != null && (answer.getBoolean("[applied]") || owner.equals(answer.getUuid("owner")));
        } catch (WriteTimeoutException unknown) {
            // It may have been written: the next try tells whose it is.
            return false;
        }
    }

    /** What is not given back ends by itself; what was applied is applied. */
    private void giveLeaseBack() {
        try {
            session.execute(SimpleStatement.newInstance(
                    "DELETE FROM schema_lease WHERE name = 'migrations' IF owner = ?", owner));
        } catch (DriverException failure) {
            LOG.warn("The lease for the Cassandra schema was not given back, it ends in {}", lease, failure);
        }
    }

    private void refuseNewerSchema(List<Script> scripts) {
        int known = scripts.get(scripts.size() - 1).version();
        for (Row row : session.execute("SELECT version FROM schema_migration")) {
            if (row.getInt("version") > known) {
                throw new IllegalStateException("Cassandra schema version " + row.getInt("version")
                        + " is newer than this build, expected at most " + known);
            }
        }
    }

    private void applyOnce(Script script) {
        Row applied = session.execute(SimpleStatement.newInstance(
                        "SELECT checksum FROM schema_migration WHERE version = ?", script.version()))
                .one();
        if (applied == null) {
            script.statements().forEach(statement -> SchemaChanges.execute(session, statement));
            session.execute(SimpleStatement.newInstance(
                    "INSERT INTO schema_migration (version, name, checksum, applied_at)"
                            + " VALUES (?, ?, ?, toTimestamp(now()))",
                    script.version(),
                    script.name(),
                    script.checksum()));
            LOG.info("Applied Cassandra migration {}", script.name());
        } else if (!script.checksum().equals(applied.getString("checksum"))) {
            throw new IllegalStateException("migration " + script.name()
                    + " was applied with another text, expected the one that stands in the schema_migration table");
        }
    }
}
