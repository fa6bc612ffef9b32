package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.idindex.IdBlockStore;
import io.parley.idindex.cassandra.CassandraIdBlocks;
import io.parley.storekit.IdBlockStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of blocks keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraIdBlocksTest extends IdBlockStoreContract {

    private final IdBlockStore store;

    CassandraIdBlocksTest(CqlSession session) {
        store = new CassandraIdBlocks(session);
    }

    @Override
    protected IdBlockStore store() {
        return store;
    }
}
