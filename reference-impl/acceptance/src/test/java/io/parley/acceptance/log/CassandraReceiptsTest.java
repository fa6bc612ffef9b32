package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.receipt.ReceiptStore;
import io.parley.receipt.cassandra.CassandraReceipts;
import io.parley.storekit.ReceiptStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of marks keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraReceiptsTest extends ReceiptStoreContract {

    private final ReceiptStore store;

    CassandraReceiptsTest(CqlSession session) {
        store = new CassandraReceipts(session);
    }

    @Override
    protected ReceiptStore store() {
        return store;
    }
}
