package io.parley.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks a PostgreSQL server, as its superuser, whether it answers, and sees to Parley's role and database. */
final class PostgresProbe {

    private static final int CONNECT_SECONDS = 2;
    private static final int QUERY_SECONDS = 10;

    /** SQLSTATE class: invalid authorization. Waiting does not help. */
    private static final String REFUSED = "28";

    private final Database maintenance;
    private final ManagedProcess process;

    PostgresProbe(Database maintenance, ManagedProcess process) {
        this.maintenance = maintenance;
        this.process = process;
    }

    boolean answers() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            return rows.next();
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(REFUSED)) {
                throw process.failure("refuses the password in its own directory");
            }
            return false;
        }
    }

    /** Creates what is missing; may be repeated. */
    void ensure(Database database, String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.username())) {
                statement.execute("CREATE ROLE " + database.username() + " LOGIN");
            }
            // Hexadecimal digits: nothing in it to escape.
            statement.execute("ALTER ROLE " + database.username() + " PASSWORD '" + database.password() + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + database.username());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create Parley's database", e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(maintenance.url());
        source.setUser(maintenance.username());
        source.setPassword(maintenance.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(QUERY_SECONDS);
        source.setSslmode("disable");
        return source.getConnection();
    }
}
