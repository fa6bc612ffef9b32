package io.parley.simulation.store;

import io.parley.idindex.IdBlockStore;
import io.parley.storekit.IdBlockStoreContract;
import java.util.concurrent.CompletionStage;

/** The simulated blocks keep the contract that Cassandra's adapter keeps. */
class SimulatedIdBlocksTest extends IdBlockStoreContract {

    private final FairCluster fair = new FairCluster();

    @Override
    protected IdBlockStore store() {
        return fair.stores().ids();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }
}
