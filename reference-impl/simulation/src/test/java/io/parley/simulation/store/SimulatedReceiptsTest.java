package io.parley.simulation.store;

import io.parley.receipt.ReceiptStore;
import io.parley.storekit.ReceiptStoreContract;
import java.util.concurrent.CompletionStage;

/** The simulated marks keep the contract that Cassandra's adapter keeps. */
class SimulatedReceiptsTest extends ReceiptStoreContract {

    private final FairCluster fair = new FairCluster();

    final FairCluster fair() {
        return fair;
    }

    @Override
    protected ReceiptStore store() {
        return fair.receipts();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }
}
