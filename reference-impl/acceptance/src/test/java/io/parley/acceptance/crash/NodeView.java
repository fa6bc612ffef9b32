package io.parley.acceptance.crash;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import io.parley.embedded.CassandraNode;
import io.parley.embedded.NodeSession;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ring as one of its nodes sees it: no other node is asked. */
final class NodeView implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CqlSession session;

    NodeView(CassandraNode node) {
        session = NodeSession.open(node.contactPoint(), PATIENCE);
    }

    /** Whether the node takes so many others for dead that it does not even try to ask them. */
    boolean rulesOut(ConsistencyLevel level) {
        try {
            ask(level);
            return false;
        } catch (AllNodesFailedException e) {
            return e.getAllErrors().values().stream()
                    .flatMap(List::stream)
                    .anyMatch(UnavailableException.class::isInstance);
        } catch (DriverException notYet) {
            return false;
        }
    }

    /** Whether the node is answered by as many others. */
    boolean reaches(ConsistencyLevel level) {
        try {
            ask(level);
            return true;
        } catch (DriverException notYet) {
            return false;
        }
    }

    private void ask(ConsistencyLevel level) {
        session.execute(query("SELECT beat FROM parley.node_incarnation WHERE part = 0", level));
    }

    /** Whether the node keeps nothing for others that were away. */
    boolean hasHandedOver() {
        return session.execute("SELECT host_id FROM system_views.pending_hints")
                .all()
                .isEmpty();
    }

    /** Every row of every log. */
    Set<String> logs(ConsistencyLevel level) {
        return session
                .execute(query(
                        "SELECT conversation_id, bucket, seq, id, author, kind, digest, content"
                                + " FROM parley.conversation_log",
                        level))
                .all()
                .stream()
                .map(row -> row.getFormattedContents())
                .collect(Collectors.toSet());
    }

    private static SimpleStatement query(String text, ConsistencyLevel level) {
        return SimpleStatement.newInstance(text).setConsistencyLevel(level);
    }

    @Override
    public void close() {
        session.close();
    }
}
