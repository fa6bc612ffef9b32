package io.parley.simulation.store;

import io.parley.conversation.DirectConversations;
import io.parley.conversation.UserPair;
import io.parley.kernel.ConversationId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The pairs' conversations as one process reaches them. */
final class SimulatedDirects implements DirectConversations {

    private final SimulatedCluster cluster;
    private final StoreClient client;

    SimulatedDirects(SimulatedCluster cluster, StoreClient client) {
        this.cluster = cluster;
        this.client = client;
    }

    @Override
    public CompletionStage<Optional<ConversationId>> find(UserPair pair) {
        return client.ask(() -> Optional.ofNullable(cluster.directs().get(pair)));
    }

    @Override
    public CompletionStage<ConversationId> claim(UserPair pair, ConversationId wanted) {
        return client.change(() -> cluster.directs().computeIfAbsent(pair, unclaimed -> wanted));
    }

    @Override
    public CompletionStage<ConversationId> replace(UserPair pair, ConversationId stale, ConversationId wanted) {
        return client.change(
                () -> cluster.directs().computeIfPresent(pair, (claimed, now) -> now.equals(stale) ? wanted : now));
    }
}
