package io.parley.embedded;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.loadbalancing.NodeDistance;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Sessions that ask one Cassandra node, and no other of its ring. */
public final class NodeSession {

    private NodeSession() {}

    /**
     * Opens one; whoever asks closes it.
     *
     * @param node where it listens for clients
     * @param patience how long a request may take
     * @throws com.datastax.oss.driver.api.core.DriverException when the node does not answer
     */
    public static CqlSession open(InetSocketAddress node, Duration patience) {
        return CqlSession.builder()
                .addContactPoint(node)
                .withLocalDatacenter(CassandraNode.DATACENTER)
                .withNodeDistanceEvaluator((candidate, datacenter) ->
                        node.equals(candidate.getEndPoint().resolve()) ? NodeDistance.LOCAL : NodeDistance.IGNORED)
                .withConfigLoader(configuration(patience))
                .build();
    }

    /** Metadata that one node's session has no use for costs time; the quiet period would delay each close by two seconds. */
    private static DriverConfigLoader configuration(Duration patience) {
        return DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.SESSION_NAME, "one-node")
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                .withBoolean(DefaultDriverOption.METADATA_TOKEN_MAP_ENABLED, false)
                .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, patience)
                .build();
    }
}
