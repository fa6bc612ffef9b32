package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.projection.IncarnationStore;
import io.parley.projection.cassandra.CassandraIncarnations;
import io.parley.storekit.IncarnationStoreContract;
import org.junit.jupiter.api.AfterAll;

/** Cassandra's adapter of nodes' rows keeps the contract that the simulated one keeps. */
class CassandraIncarnationsTest extends IncarnationStoreContract {

    /** In a keyspace of its own: the servers that other tests run sweep away whoever is dead in theirs. */
    private static final CqlSession SESSION = LogNode.session("incarnations");

    private final IncarnationStore store = new CassandraIncarnations(SESSION);

    @Override
    protected IncarnationStore store() {
        return store;
    }

    @AfterAll
    static void close() {
        SESSION.close();
    }
}
