package io.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.parley.evidence.Verifies;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the profile {@code ring}: it takes half a minute. */
@Tag("ring")
class CassandraRingTest {

    @TempDir
    private Path directory;

    @Test
    @Verifies("MSG-17")
    void keepsAcknowledgingWhileOneOfThreeNodesIsDead() {
        try (CassandraRing ring = new CassandraRing(directory, 3, 3, CassandraMemory.TEST)) {
            ring.start();
            try (CqlSession session = Queries.session(ring.contactPoints())) {
                session.execute(ring.keyspaceStatement("k"));
                session.execute("CREATE TABLE k.t (id int PRIMARY KEY)");
                while (!session.checkSchemaAgreement()) {
                    Processes.pause();
                }
                assertThat(append(session, 1)).isTrue();

                ring.nodes().get(2).kill();
                append(session, 2);
                assertThat(append(session, 2)).isFalse();
                assertThat(append(session, 1)).isFalse();

                ring.nodes().get(2).start();
            }
            try (CqlSession session = Queries.session(ring.contactPoints())) {
                assertThat(append(session, 3)).isTrue();
                assertThat(session.execute("SELECT id FROM k.t").all()).hasSize(3);
            }
        }
    }

    /** A request that was on its way to the dead node has no answer: what became of it is unknown, and it is repeated. */
    private static boolean append(CqlSession session, int id) {
        SimpleStatement statement = SimpleStatement.newInstance("INSERT INTO k.t (id) VALUES (?) IF NOT EXISTS", id)
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL);
        try {
            return session.execute(statement).wasApplied();
        } catch (ClosedConnectionException wasOnItsWay) {
            return session.execute(statement).wasApplied();
        }
    }
}
