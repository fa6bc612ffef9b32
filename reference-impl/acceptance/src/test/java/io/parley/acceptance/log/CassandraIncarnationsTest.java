package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.projection.IncarnationStore;
import io.parley.projection.cassandra.CassandraIncarnations;
import io.parley.storekit.IncarnationStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of nodes' rows keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraIncarnationsTest extends IncarnationStoreContract {

    private final IncarnationStore store;

    CassandraIncarnationsTest(CqlSession session) {
        store = new CassandraIncarnations(session);
    }

    @Override
    protected IncarnationStore store() {
        return store;
    }
}
