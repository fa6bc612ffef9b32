package io.parley.acceptance.log;

import io.parley.receipt.ReceiptStore;
import io.parley.receipt.cassandra.CassandraReceipts;
import io.parley.storekit.ReceiptStoreContract;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Cassandra's adapter of marks keeps the contract that the simulated one keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraReceiptsTest extends ReceiptStoreContract {

    private final LogNode node = LogNode.onTheSharedCassandra();
    private final ReceiptStore store = new CassandraReceipts(node.session());

    @Override
    protected ReceiptStore store() {
        return store;
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return TestConversation.await(stage);
    }

    @AfterAll
    void close() {
        node.close();
    }
}
