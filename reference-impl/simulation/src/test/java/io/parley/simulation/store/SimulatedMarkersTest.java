package io.parley.simulation.store;

import io.parley.projection.MarkerStore;
import io.parley.storekit.MarkerStoreContract;
import java.util.concurrent.CompletionStage;

/** The simulated markers keep the contract that Cassandra's adapter keeps. */
class SimulatedMarkersTest extends MarkerStoreContract {

    private final FairCluster fair = new FairCluster();

    final FairCluster fair() {
        return fair;
    }

    @Override
    protected MarkerStore store() {
        return fair.stores().markers();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }
}
