package io.parley.acceptance.account;

import io.parley.account.AccessTokens;
import io.parley.account.Accounts;
import io.parley.account.SessionEnded;
import io.parley.account.Sessions;
import io.parley.embedded.Database;
import io.parley.embedded.Stores;
import io.parley.limits.Limits;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The account component alone, as the server wires it, over a schema of its own in the real PostgreSQL, with a clock that
 * tests move: what happens after thirty seconds or thirty days is tested at the very millisecond.
 */
final class AccountComponent implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<SessionEnded> ended = new CopyOnWriteArrayList<>();
    private final DataSource database;
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

    private AccountComponent(DataSource database) {
        this.database = database;
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "cheap",
                        Map.of("parley.account.hashing.memory-kib", 64, "parley.account.hashing.iterations", 1)));
        context.registerBean(InstantSource.class, () -> () -> now);
        context.registerBean("applicationTaskExecutor", Executor.class, () -> Runnable::run);
        context.registerBean(Limits.class, Limits::packaged);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof SessionEnded payload) {
                ended.add(payload);
            }
        });
        context.scan("io.parley.account", "io.parley.silence");
        context.refresh();
    }

    /** Over a new schema. */
    static AccountComponent onItsOwnSchema() {
        DataSource database = newSchema();
        Flyway.configure().dataSource(database).load().migrate();
        return new AccountComponent(database);
    }

    /** A further node over the same schema. */
    AccountComponent anotherNode() {
        return new AccountComponent(database);
    }

    Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    Sessions sessions() {
        return context.getBean(Sessions.class);
    }

    AccessTokens accessTokens() {
        return context.getBean(AccessTokens.class);
    }

    JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    List<SessionEnded> ended() {
        return ended;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A schema of its own: the clock of these tests runs ahead, and there is one signing key per schema. */
    private static DataSource newSchema() {
        Database server = Stores.shared().database();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String separator = server.url().contains("?") ? "&" : "?";
        return new DriverManagerDataSource(
                server.url() + separator + "currentSchema=" + name, server.username(), server.password());
    }
}
