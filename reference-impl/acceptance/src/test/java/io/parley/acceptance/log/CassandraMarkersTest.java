package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.projection.MarkerStore;
import io.parley.projection.cassandra.CassandraMarkers;
import io.parley.storekit.MarkerStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of markers keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraMarkersTest extends MarkerStoreContract {

    private final MarkerStore store;

    CassandraMarkersTest(CqlSession session) {
        store = new CassandraMarkers(session);
    }

    @Override
    protected MarkerStore store() {
        return store;
    }
}
