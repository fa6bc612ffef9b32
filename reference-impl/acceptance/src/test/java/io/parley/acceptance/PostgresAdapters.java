package io.parley.acceptance;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.account.User;
import io.parley.account.UserStore;
import io.parley.account.UserStore.NewUser;
import io.parley.embedded.Database;
import io.parley.embedded.Stores;
import io.parley.kernel.UserId;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The adapters of accounts and blocks as the server wires them, over one connection to the PostgreSQL of all tests, which falls
 * silent when a test says so, until the test ends. Tests keep apart by users of their own. To be registered by a test class, which
 * it goes with. Not thread-safe.
 */
public final class PostgresAdapters implements AfterEachCallback, AfterAllCallback {

    private static final Database DATABASE = migrated();

    private final Line line = new Line(DATABASE);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public PostgresAdapters() {
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(line));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(line)));
        context.scan("io.parley.account.postgres", "io.parley.contact.postgres");
        context.refresh();
    }

    /** The server does the same at its start, whoever of the two is first. */
    private static Database migrated() {
        Database database = Stores.shared().database();
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .load()
                .migrate();
        return database;
    }

    /** The adapter of this port. */
    public <T> T of(Class<T> port) {
        return context.getBean(port);
    }

    /** A user whom no other test knows. */
    public User newUser() {
        UserId id = new UserId(UuidCreator.getTimeOrderedEpoch());
        User user = new User(id, "u-" + id, "Ann");
        of(UserStore.class).add(new NewUser(user, null, "", Instant.EPOCH)).ifPresent(taken -> {
            throw new IllegalStateException("taken=" + taken + ", expected nothing to be");
        });
        return user;
    }

    public JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    /** How often PostgreSQL was asked, tests' own questions among them. */
    public int questions() {
        return line.questions;
    }

    public void isSilent(boolean silent) {
        line.silent = silent;
    }

    /** Happens once, between the next answer, or that none came, and what becomes of it. */
    public void afterAnswer(Runnable event) {
        line.afterAnswer = event;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        isSilent(false);
        afterAnswer(() -> {});
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        // Classes nested in the one that registered this end before it.
        if (!tests.getRequiredTestClass().isMemberClass()) {
            context.close();
            line.destroy();
        }
    }

    /** Lent for each question, or transaction, and then taken back. */
    private static final class Line extends SingleConnectionDataSource {

        private int questions;
        private boolean silent;
        private Runnable afterAnswer = () -> {};

        Line(Database database) {
            super(database.url(), database.username(), database.password(), true);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (silent) {
                answered();
                // What the driver says when PostgreSQL does not answer it.
                throw new PSQLException(
                        "The connection attempt failed.",
                        PSQLState.CONNECTION_UNABLE_TO_CONNECT,
                        new SocketTimeoutException("Connect timed out"));
            }
            questions++;
            return super.getConnection();
        }

        /** Asked by Spring once the answer has been read. */
        @Override
        public boolean shouldClose(Connection connection) {
            answered();
            return super.shouldClose(connection);
        }

        private void answered() {
            Runnable event = afterAnswer;
            afterAnswer = () -> {};
            event.run();
        }
    }
}
