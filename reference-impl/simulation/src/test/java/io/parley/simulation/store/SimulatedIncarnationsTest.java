package io.parley.simulation.store;

import io.parley.projection.IncarnationStore;
import io.parley.storekit.IncarnationStoreContract;
import java.util.concurrent.CompletionStage;

/** The simulated nodes' rows keep the contract that Cassandra's adapter keeps. */
class SimulatedIncarnationsTest extends IncarnationStoreContract {

    private final FairCluster fair = new FairCluster();

    final FairCluster fair() {
        return fair;
    }

    @Override
    protected IncarnationStore store() {
        return fair.stores().incarnations();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }
}
