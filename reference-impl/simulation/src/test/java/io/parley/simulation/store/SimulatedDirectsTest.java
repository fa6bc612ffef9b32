package io.parley.simulation.store;

import io.parley.conversation.DirectConversations;
import io.parley.storekit.DirectConversationsContract;
import java.util.concurrent.CompletionStage;

/** The simulated conversations of pairs keep the contract that Cassandra's adapter keeps. */
class SimulatedDirectsTest extends DirectConversationsContract {

    private final FairCluster fair = new FairCluster();

    final FairCluster fair() {
        return fair;
    }

    @Override
    protected DirectConversations store() {
        return fair.stores().directs();
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return fair.await(stage);
    }
}
