package io.parley.simulation.store;

import io.parley.projection.WatermarkStore;
import io.parley.storekit.WatermarkStoreContract;
import java.util.concurrent.CompletionStage;

/** The simulated watermarks keep the contract that Cassandra's adapter keeps. */
class SimulatedWatermarksTest extends WatermarkStoreContract {

    private final FairCluster fair = new FairCluster();

    final FairCluster fair() {
        return fair;
    }

    @Override
    protected WatermarkStore store() {
        return fair.stores().watermarks();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }
}
