package io.parley.measure.xmpp;

import io.parley.embedded.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of ejabberd, by its own schema, with the users of the load in them. */
final class EjabberdTables {

    private EjabberdTables() {}

    static void make(Database database, Path schema, int users) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
            statement.execute(Files.readString(schema));
            try (PreparedStatement user =
                    connection.prepareStatement("INSERT INTO users (username, password) VALUES (?, ?)")) {
                for (int i = 0; i < users; i++) {
                    user.setString(1, XmppClient.name(i));
                    user.setString(2, Ejabberd.PASSWORD);
                    user.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("ejabberd's tables cannot be made", e);
        }
    }
}
