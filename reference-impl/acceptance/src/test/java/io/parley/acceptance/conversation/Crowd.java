package io.parley.acceptance.conversation;

import io.parley.embedded.Database;
import io.parley.embedded.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Users who are only written to: they stand in the database, but nobody can log in as one of them. */
public final class Crowd {

    private Crowd() {}

    /** Ids of so many new users; registering them would hash as many passwords. */
    public static List<String> of(int users) throws SQLException {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(users).toList();
        Database database = Stores.shared().database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO account (id, username, display_name, password_hash, created_at)"
                                + " VALUES (?, ?, 'One of many', '', now())")) {
            for (UUID id : ids) {
                insert.setObject(1, id);
                insert.setString(2, "crowd-" + id.toString().substring(10));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return ids.stream().map(UUID::toString).toList();
    }

    /** Takes the account of one of them away, as nothing in the interface can yet. */
    public static void leaves(String user) throws SQLException {
        Database database = Stores.shared().database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                PreparedStatement delete = connection.prepareStatement("DELETE FROM account WHERE id = ?")) {
            delete.setObject(1, UUID.fromString(user));
            delete.executeUpdate();
        }
    }
}
