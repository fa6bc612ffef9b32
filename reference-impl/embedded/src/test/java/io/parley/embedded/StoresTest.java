package io.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On the stores that all tests of this JVM share. */
class StoresTest {

    private final Stores stores = Stores.shared();

    @Test
    @Verifies({"MSG-21", "INV-3"})
    void cassandraAcknowledgesOnlyWhatIsOnDisk() {
        assertThat(setting("commitlog_sync")).isEqualTo("batch");
        assertThat(setting("paxos_variant")).isEqualTo("v2");
    }

    /** It would seem alive, and its clients wait for each time-out. */
    @Test
    @Verifies("MSG-17")
    void cassandraEndsWhenItCannotWrite() {
        assertThat(setting("disk_failure_policy")).isEqualTo("die");
        assertThat(setting("commit_failure_policy")).isEqualTo("die");
    }

    @Test
    @Verifies("USR-4")
    void postgresCommitsOnlyWhatIsOnDisk() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
    }

    @Test
    void listensOnLoopbackOnly() throws SQLException {
        assertThat(setting("rpc_address")).isEqualTo("127.0.0.1");
        assertThat(setting("listen_address")).isEqualTo("127.0.0.1");
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void givesParleyARoleThatIsNoSuperuser() throws SQLException {
        assertThat(show("is_superuser")).isEqualTo("off");
        assertThat(Queries.sql(stores.database(), "CREATE TABLE IF NOT EXISTS mine (x int)"))
                .isEmpty();
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        Database stranger = new Database(stores.database().url(), "postgres", "guess");

        assertThatThrownBy(() -> Queries.sql(stranger, "SELECT 1")).hasMessageContaining("password");
    }

    @Test
    @Verifies({"MSG-17", "MSG-21"})
    void keepWhatTheyAcknowledgedWhenTheyAreKilled() throws SQLException {
        String word = UUID.randomUUID().toString();
        Queries.cql(
                stores.cassandra(),
                "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
                "CREATE TABLE k.words (word text PRIMARY KEY)",
                "INSERT INTO k.words (word) VALUES ('" + word + "') IF NOT EXISTS");
        Queries.sql(stores.database(), "CREATE TABLE words AS SELECT '" + word + "' AS word");
        ProcessHandle cassandra = stores.cassandra().process();
        ProcessHandle postgres = stores.postgres().process();

        stores.cassandra().kill();
        stores.postgres().kill();

        assertThat(Processes.isRunning(cassandra)).isFalse();
        assertThat(Processes.isRunning(postgres)).isFalse();
        assertThatThrownBy(stores.cassandra()::process).isInstanceOf(IllegalStateException.class);

        stores.start();

        assertThat(Queries.cql(stores.cassandra(), "SELECT word FROM k.words")).containsExactly(word);
        assertThat(Queries.sql(stores.database(), "SELECT word FROM words")).containsExactly(word);
    }

    @Test
    void refuseASecondStartOnTheSameDirectory() {
        CassandraNode cassandra = new CassandraNode(stores.cassandra().settings());
        PostgresServer postgres = new PostgresServer(stores.postgres().settings());

        assertThatThrownBy(cassandra::start).isInstanceOf(AlreadyRunningException.class);
        assertThatThrownBy(postgres::start).isInstanceOf(AlreadyRunningException.class);
        assertThat(stores.cassandra().process().isAlive()).isTrue();
        assertThat(stores.postgres().process().isAlive()).isTrue();
    }

    private String setting(String name) {
        return Queries.cql(stores.cassandra(), "SELECT value FROM system_views.settings WHERE name = '" + name + "'")
                .get(0);
    }

    private String show(String name) throws SQLException {
        return Queries.sql(stores.database(), "SHOW " + name).get(0);
    }
}
