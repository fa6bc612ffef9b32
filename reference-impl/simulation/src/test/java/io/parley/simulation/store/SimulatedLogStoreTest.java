package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.log.LogStore;
import io.parley.storekit.LogStoreContract;
import java.util.concurrent.CompletionStage;

/** The simulated store keeps the contract that Cassandra's adapter keeps. */
class SimulatedLogStoreTest extends LogStoreContract {

    private final FairCluster fair = new FairCluster();

    final FairCluster fair() {
        return fair;
    }

    @Override
    protected LogStore store() {
        return fair.store();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }

    @Override
    protected void retire(ConversationId log, long bucket) {
        fair.cluster().retire(log, bucket);
    }
}
