package io.parley.embedded;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What tests ask the stores. */
final class Queries {

    private Queries() {}

    static CqlSession session(List<InetSocketAddress> contactPoints) {
        return CqlSession.builder()
                .addContactPoints(contactPoints)
                .withLocalDatacenter(CassandraNode.DATACENTER)
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                        .build())
                .build();
    }

    /** The first column of the answer, as text. */
    static List<String> cql(CassandraNode node, String... statements) {
        List<String> answer = List.of();
        try (CqlSession session = session(List.of(node.contactPoint()))) {
            for (String statement : statements) {
                answer = session.execute(statement).all().stream()
                        .map(Queries::firstColumn)
                        .toList();
            }
        }
        return answer;
    }

    /** The first column of the answer, as text. */
    static List<String> sql(Database database, String statementText) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            List<String> answer = new ArrayList<>();
            if (statement.execute(statementText)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    answer.add(rows.getString(1));
                }
            }
            return answer;
        }
    }

    private static String firstColumn(Row row) {
        return Objects.requireNonNull(row.getObject(0)).toString();
    }
}
