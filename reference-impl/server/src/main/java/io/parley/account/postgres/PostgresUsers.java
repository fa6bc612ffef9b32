package io.parley.account.postgres;

import io.parley.account.Device;
import io.parley.account.User;
import io.parley.account.UserStore;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users and devices in PostgreSQL (USR-4). */
@Repository
class PostgresUsers implements UserStore {

    private static final String USER = "SELECT id, username, display_name FROM account ";

    private final JdbcClient jdbc;

    PostgresUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Taken> add(NewUser added) {
        User user = added.user();
        int rows = jdbc.sql("""
                        INSERT INTO account (id, username, email, email_folded, display_name, password_hash, created_at)
                        VALUES (:id, :username, :email, :emailFolded, :displayName, :hash, :now)
                        ON CONFLICT DO NOTHING""")
                .param("id", user.id().value())
                .param("username", user.username())
                .param("email", added.email(), Types.VARCHAR)
                .param("emailFolded", folded(added.email()), Types.VARCHAR)
                .param("displayName", user.displayName())
                .param("hash", added.passwordHash())
                .param("now", added.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 1) {
            return Optional.empty();
        }
        return Optional.of(byUsername(user.username()).isPresent() ? Taken.USERNAME : Taken.EMAIL);
    }

    @Override
    public Optional<Credentials> credentials(String foldedName) {
        String column = foldedName.contains("@") ? "email_folded" : "username";
        return jdbc.sql("SELECT id, username, display_name, password_hash FROM account WHERE " + column + " = :name")
                .param("name", foldedName)
                .query((row, n) -> new Credentials(user(row), row.getString("password_hash")))
                .optional();
    }

    @Override
    public List<User> byIds(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(USER + "WHERE id IN (:ids)")
                .param("ids", ids.stream().map(UserId::value).toList())
                .query((row, n) -> user(row))
                .list();
    }

    @Override
    public Optional<User> byUsername(String foldedName) {
        return jdbc.sql(USER + "WHERE username = :name")
                .param("name", foldedName)
                .query((row, n) -> user(row))
                .optional();
    }

    @Override
    public Optional<User> rename(UserId user, String displayName) {
        return jdbc.sql("UPDATE account SET display_name = :name WHERE id = :id RETURNING id, username, display_name")
                .param("name", displayName)
                .param("id", user.value())
                .query((row, n) -> user(row))
                .optional();
    }

    @Override
    public Optional<Device> device(UserId user, DeviceId device) {
        return jdbc.sql("SELECT device_id, name FROM device WHERE user_id = :user AND device_id = :device")
                .param("user", user.value())
                .param("device", device.value())
                .query((row, n) -> device(row))
                .optional();
    }

    static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)), row.getString("username"), row.getString("display_name"));
    }

    static Device device(ResultSet row) throws SQLException {
        return new Device(new DeviceId(row.getObject("device_id", UUID.class)), row.getString("name"));
    }

    private static @Nullable String folded(@Nullable String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
}
