package io.parley.embedded;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.loadbalancing.NodeDistance;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Asks one Cassandra node, and no other of its ring, whether it answers. */
final class CqlProbe {

    private static final int CONNECT_MILLIS = 500;

    /** Metadata that a probe has no use for costs time; the quiet period would delay each close by two seconds. */
    private static final DriverConfigLoader CONFIGURATION = DriverConfigLoader.programmaticBuilder()
            .withString(DefaultDriverOption.SESSION_NAME, "probe")
            .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
            .withBoolean(DefaultDriverOption.METADATA_TOKEN_MAP_ENABLED, false)
            .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
            .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
            .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
            .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
            .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(5))
            .build();

    private final InetSocketAddress node;

    CqlProbe(InetSocketAddress node) {
        this.node = node;
    }

    /** Whether the node answers a query about itself. */
    boolean answers() {
        return listens() && succeeds("SELECT release_version FROM system.local", ConsistencyLevel.LOCAL_ONE);
    }

    /** Whether the node reaches all nodes of its ring: a read of a table with three replicas that asks each of them. */
    boolean reachesAllNodes() {
        return listens() && succeeds("SELECT * FROM system_distributed.view_build_status", ConsistencyLevel.ALL);
    }

    /** Cheap, and spares the driver's retries and warnings while nothing listens yet. */
    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(node, CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean succeeds(String query, ConsistencyLevel consistency) {
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(node)
                .withLocalDatacenter(CassandraNode.DATACENTER)
                .withNodeDistanceEvaluator((candidate, datacenter) ->
                        node.equals(candidate.getEndPoint().resolve()) ? NodeDistance.LOCAL : NodeDistance.IGNORED)
                .withConfigLoader(CONFIGURATION)
                .build()) {
            session.execute(SimpleStatement.newInstance(query).setConsistencyLevel(consistency));
            return true;
        } catch (DriverException notYet) {
            return false;
        }
    }
}
