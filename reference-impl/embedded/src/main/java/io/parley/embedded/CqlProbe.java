package io.parley.embedded;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Asks one Cassandra node, and no other of its ring, whether it answers. */
final class CqlProbe {

    private static final int CONNECT_MILLIS = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
        try (CqlSession session = NodeSession.open(node, PATIENCE)) {
            session.execute(SimpleStatement.newInstance(query).setConsistencyLevel(consistency));
            return true;
        } catch (DriverException notYet) {
            return false;
        }
    }
}
