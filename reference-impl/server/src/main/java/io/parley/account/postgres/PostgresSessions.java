package io.parley.account.postgres;

import io.parley.account.Device;
import io.parley.account.SessionStore;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions and refresh tokens in PostgreSQL. */
@Repository
class PostgresSessions implements SessionStore {

    private static final String DEFAULT_DEVICE_NAME = "Unnamed device";

    /**
     * Decides and stores in one statement. The session's row is locked first: rotation, replay and logout of one session
     * queue up there, so none waits for another in the opposite order. {@code rotated_at} is set once, by the first
     * rotation; the grace counts from it. A token that expired is unknown, whether it was rotated or not.
     */
    private static final String ROTATE = """
            WITH held AS (
                SELECT s.id FROM session s JOIN refresh_token t ON t.session_id = s.id
                WHERE t.hash = :presented AND t.expires_at > :now
                FOR UPDATE OF s
            ), rotated AS (
                UPDATE refresh_token t SET rotated_at = COALESCE(t.rotated_at, :now)
                FROM held WHERE t.session_id = held.id AND t.hash = :presented
                    AND (t.rotated_at IS NULL OR t.rotated_at >= :graceStart)
                RETURNING t.session_id
            ), successor AS (
                INSERT INTO refresh_token (hash, session_id, expires_at)
                SELECT :successor, session_id, :expiresAt FROM rotated
                RETURNING session_id
            ), expired AS (
                DELETE FROM refresh_token t USING rotated
                WHERE t.session_id = rotated.session_id AND t.expires_at <= :now
            ), revoked AS (
                DELETE FROM session s USING held, refresh_token t
                WHERE s.id = held.id AND t.hash = :presented AND t.rotated_at < :graceStart
                RETURNING s.id
            )
            SELECT s.id AS session_id, s.user_id, s.device_id, d.name, a.id, a.username, a.display_name,
                EXISTS (SELECT 1 FROM successor) AS is_rotated
            FROM session s
            JOIN device d ON d.user_id = s.user_id AND d.device_id = s.device_id
            JOIN account a ON a.id = s.user_id
            WHERE s.id IN (SELECT session_id FROM successor UNION SELECT id FROM revoked)""";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    PostgresSessions(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Opened open(Session session, @Nullable String deviceName, StoredToken token, Instant now) {
        Opened opened = transactions.execute(status -> {
            Device device = touch(session, deviceName, now);
            Session replaced = endOf(device, session.user()).orElse(null);
            jdbc.sql("INSERT INTO session (id, user_id, device_id, started_at) VALUES (:id, :user, :device, :now)")
                    .param("id", session.id())
                    .param("user", session.user().value())
                    .param("device", session.device().value())
                    .param("now", time(now))
                    .update();
            jdbc.sql("INSERT INTO refresh_token (hash, session_id, expires_at) VALUES (:hash, :session, :expiresAt)")
                    .param("hash", token.hash())
                    .param("session", session.id())
                    .param("expiresAt", time(token.expiresAt()))
                    .update();
            return new Opened(session, device, replaced);
        });
        return Objects.requireNonNull(opened);
    }

    /** Creates the device or finds it; either way its row is locked, so that logins of one device queue up. */
    private Device touch(Session session, @Nullable String name, Instant now) {
        return jdbc.sql("""
                        INSERT INTO device (user_id, device_id, name, created_at)
                        VALUES (:user, :device, COALESCE(:name, :default), :now)
                        ON CONFLICT (user_id, device_id) DO UPDATE SET name = COALESCE(:name, device.name)
                        RETURNING device_id, name""")
                .param("user", session.user().value())
                .param("device", session.device().value())
                .param("name", name, Types.VARCHAR)
                .param("default", DEFAULT_DEVICE_NAME)
                .param("now", time(now))
                .query((row, n) -> PostgresUsers.device(row))
                .single();
    }

    private Optional<Session> endOf(Device device, UserId user) {
        return jdbc.sql("DELETE FROM session WHERE user_id = :user AND device_id = :device"
                        + " RETURNING id, user_id, device_id")
                .param("user", user.value())
                .param("device", device.id().value())
                .query((row, n) -> session(row, "id"))
                .optional();
    }

    @Override
    public Rotation rotate(String presentedHash, StoredToken successor, Instant now, Instant graceStart) {
        return jdbc.sql(ROTATE)
                .param("presented", presentedHash)
                .param("successor", successor.hash())
                .param("expiresAt", time(successor.expiresAt()))
                .param("now", time(now))
                .param("graceStart", time(graceStart))
                .query((row, n) -> row.getBoolean("is_rotated")
                        ? new Rotation.Rotated(
                                session(row, "session_id"), PostgresUsers.user(row), PostgresUsers.device(row))
                        : new Rotation.Replayed(session(row, "session_id")))
                .optional()
                .orElseGet(Rotation.Unknown::new);
    }

    @Override
    public Optional<Session> end(UUID session) {
        return jdbc.sql("DELETE FROM session WHERE id = :id RETURNING id, user_id, device_id")
                .param("id", session)
                .query((row, n) -> session(row, "id"))
                .optional();
    }

    @Override
    public boolean isActive(Session session) {
        return jdbc.sql("SELECT count(*) FROM session WHERE id = :id AND user_id = :user AND device_id = :device")
                        .param("id", session.id())
                        .param("user", session.user().value())
                        .param("device", session.device().value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static Session session(ResultSet row, String idColumn) throws SQLException {
        return new Session(
                row.getObject(idColumn, UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                new DeviceId(row.getObject("device_id", UUID.class)));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
