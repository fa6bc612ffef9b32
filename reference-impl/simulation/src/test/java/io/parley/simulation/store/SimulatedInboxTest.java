package io.parley.simulation.store;

import io.parley.inbox.InboxStore;
import io.parley.storekit.InboxStoreContract;
import java.util.concurrent.CompletionStage;

/** The simulated inboxes keep the contract that Cassandra's adapter keeps. */
class SimulatedInboxTest extends InboxStoreContract {

    private final FairCluster fair = new FairCluster();

    @Override
    protected InboxStore store() {
        return fair.stores().inbox();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }
}
