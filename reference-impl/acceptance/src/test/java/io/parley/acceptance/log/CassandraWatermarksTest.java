package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.projection.WatermarkStore;
import io.parley.projection.cassandra.CassandraWatermarks;
import io.parley.storekit.WatermarkStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of watermarks keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraWatermarksTest extends WatermarkStoreContract {

    private final WatermarkStore store;

    CassandraWatermarksTest(CqlSession session) {
        store = new CassandraWatermarks(session);
    }

    @Override
    protected WatermarkStore store() {
        return store;
    }
}
