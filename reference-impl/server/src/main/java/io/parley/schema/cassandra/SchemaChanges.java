package io.parley.schema.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Statements that change the schema. Each is over when all nodes that are up know of it: the next may be handled by another
 * one.
 *
 * <p>The driver's own check asks the node of its control connection, for whom all agree on the old schema until it has heard
 * of the new one. Here the node is asked that made the change.
 */
final class SchemaChanges {

    /** A cluster that needs longer is better not written to. */
    private static final Duration AGREEMENT_MAX = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofMillis(100);

    private SchemaChanges() {}

    /** @throws IllegalStateException if the nodes do not agree in time */
    static void execute(CqlSession session, String statement) {
        Node changed = Objects.requireNonNull(
                session.execute(statement).getExecutionInfo().getCoordinator());
        long deadline = System.nanoTime() + AGREEMENT_MAX.toNanos();
        while (!agree(session, changed)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the Cassandra nodes do not agree on the schema after "
                        + AGREEMENT_MAX.toSeconds() + " s, expected them to reach each other");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean agree(CqlSession session, Node changed) {
        Set<UUID> down = session.getMetadata().getNodes().values().stream()
                .filter(node -> node.getState() == NodeState.DOWN)
                .map(Node::getHostId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> versions = new HashSet<>();
        ask(session, changed, "SELECT schema_version FROM system.local")
                .forEach(row -> versions.add(row.getUuid("schema_version")));
        ask(session, changed, "SELECT host_id, schema_version FROM system.peers_v2").stream()
                .filter(row -> !down.contains(row.getUuid("host_id")))
                .forEach(row -> versions.add(row.getUuid("schema_version")));
        return versions.size() == 1;
    }

    private static List<Row> ask(CqlSession session, Node node, String question) {
        return session.execute(SimpleStatement.newInstance(question).setNode(node))
                .all();
    }
}
