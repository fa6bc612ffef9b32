package io.parley.schema.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.parley.schema.CassandraProperties;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Opens sessions whose defaults are the ones that the log relies on; statements say so again where it matters. */
public final class CassandraSessions {

    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(30);

    /** By default a minute, for which an installation of one node would stand still after that node is back. */
    private static final Duration RECONNECTION_MAX = Duration.ofSeconds(5);

    /** The driver counts the interval in whole seconds, and with none it asks all the time. */
    private static final Duration HEARTBEAT_INTERVAL_MIN = Duration.ofSeconds(1);

    private static final int QUIET_MILLIS = 50;
    private static final int CLOSE_MILLIS_MAX = 15_000;
    private static final List<String> NOT_A_DATACENTER = List.of("class", "replication_factor");

    private CassandraSessions() {}

    /**
     * A session on the keyspace, which is made and migrated first. Blocks until then.
     *
     * @throws IllegalStateException if the keyspace spans several data centres, or its schema is newer or other than this
     *     build's
     */
    public static CqlSession open(CassandraProperties properties) {
        try (CqlSession plain = builder(properties, configuration(DDL_TIMEOUT)).build()) {
            createKeyspace(plain, properties);
            refuseSeveralDatacenters(plain, properties);
        }
        try (CqlSession admin = builder(properties, configuration(DDL_TIMEOUT))
                .withKeyspace(properties.keyspace())
                .build()) {
            new Migrations(admin, properties.migrationLease()).apply();
        }
        return builder(properties, configuration(properties.requestTimeout(), properties.keyspace()))
                .withKeyspace(properties.keyspace())
                .build();
    }

    private static CqlSessionBuilder builder(CassandraProperties properties, DriverConfigLoader configuration) {
        CqlSessionBuilder builder = CqlSession.builder()
                .withLocalDatacenter(properties.localDatacenter())
                .withConfigLoader(configuration);
        properties.contactPoints().forEach(point -> builder.addContactPoint(address(point)));
        return builder;
    }

    /** What the driver is told for a while, to change the schema: it reads none, which would cost more than each change. */
    static DriverConfigLoader configuration(Duration timeout) {
        return options(timeout)
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                .build();
    }

    /**
     * What the driver is told for good. It knows how this keyspace is replicated, and no other: else it could not tell which
     * nodes keep a row, and would ask any.
     */
    static DriverConfigLoader configuration(Duration timeout, String keyspace) {
        return options(timeout)
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, true)
                .withStringList(DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES, List.of(keyspace))
                .build();
    }

    /** With this time limit of a request. */
    private static ProgrammaticDriverConfigLoaderBuilder options(Duration timeout) {
        return DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, "LOCAL_SERIAL")
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, timeout)
                // A node behind a cut cable answers nothing and closes nothing. By default it is asked for half
                // a minute more, and each question costs the whole timeout.
                .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, heartbeatInterval(timeout))
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, timeout)
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, RECONNECTION_MAX)
                // The driver waits a second for further schema changes after each one; we make them in a row.
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, Duration.ZERO)
                // Closing waits until nothing happened for so long: by default two seconds, and a start closes
                // twice.
                .withString(DefaultDriverOption.NETTY_IO_SHUTDOWN_UNIT, "MILLISECONDS")
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, QUIET_MILLIS)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_TIMEOUT, CLOSE_MILLIS_MAX)
                .withString(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_UNIT, "MILLISECONDS")
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, QUIET_MILLIS)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_TIMEOUT, CLOSE_MILLIS_MAX);
    }

    private static Duration heartbeatInterval(Duration timeout) {
        return timeout.compareTo(HEARTBEAT_INTERVAL_MIN) < 0 ? HEARTBEAT_INTERVAL_MIN : timeout;
    }

    private static InetSocketAddress address(String point) {
        int colon = point.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("parley.cassandra.contact-points=" + point + ", expected host:port");
        }
        return new InetSocketAddress(point.substring(0, colon), Integer.parseInt(point.substring(colon + 1)));
    }

    private static void createKeyspace(CqlSession session, CassandraProperties properties) {
        SchemaChanges.execute(
                session,
                "CREATE KEYSPACE IF NOT EXISTS " + properties.keyspace()
                        + " WITH replication = {'class': 'NetworkTopologyStrategy', '" + properties.localDatacenter()
                        + "': " + properties.replicationFactor() + "}");
    }

    /** Serial consistency is local to a data centre; a log that two of them write would fork. */
    private static void refuseSeveralDatacenters(CqlSession session, CassandraProperties properties) {
        Map<String, String> replication = Objects.requireNonNull(session.execute(SimpleStatement.newInstance(
                                "SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = ?",
                                properties.keyspace()))
                        .one())
                .getMap("replication", String.class, String.class);
        requireOneDatacenter(properties.keyspace(), Objects.requireNonNull(replication));
    }

    /** @param replication as {@code system_schema.keyspaces} has it */
    static void requireOneDatacenter(String keyspace, Map<String, String> replication) {
        long datacenters = replication.keySet().stream()
                .filter(key -> !NOT_A_DATACENTER.contains(key))
                .count();
        if (datacenters > 1) {
            throw new IllegalStateException("keyspace " + keyspace + " is replicated to " + datacenters
                    + " data centres, expected 1: conversations have no home data centre yet");
        }
    }
}
