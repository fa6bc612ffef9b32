package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.store.StoreWeather.Fate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The log's store as one process reaches it. */
final class SimulatedLogStore implements LogStore {

    private final SimulatedCluster cluster;
    private final StoreClient client;

    SimulatedLogStore(SimulatedCluster cluster, StoreClient client) {
        this.cluster = cluster;
        this.client = client;
    }

    @Override
    public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
        Proposal proposal = new Proposal(entries, client.process());
        String name = client.process().name();
        CompletableFuture<Append> answer = new CompletableFuture<>();
        cluster.trace()
                .add(name, () -> "proposes " + Names.of(conversation) + "/" + bucket + " " + Names.range(entries));
        Scheduler.Step patience = client.patience(() -> {
            proposal.giveUp();
            cluster.trace().add(name, () -> "hears nothing of " + Names.range(entries));
            answer.complete(Append.UNKNOWN);
        });
        Fate fate = cluster.weather().appendFate(cluster.chance());
        if (fate == Fate.NEVER_ARRIVES) {
            cluster.tally().add(Fact.APPEND_NEVER_ARRIVED);
            return answer;
        }
        Partition partition = cluster.partition(conversation, bucket);
        partition.underWay().add(proposal);
        client.arrive(client.way(fate), () -> {
            partition.underWay().remove(proposal);
            Append result = cluster.decide(conversation, bucket, proposal, fate);
            if (result == Append.UNKNOWN) {
                cluster.tally().add(Fact.APPEND_HUNG);
            } else if (fate == Fate.ANSWER_LOST) {
                cluster.tally().add(Fact.APPEND_ANSWER_LOST);
            } else {
                client.answer(patience, () -> answer.complete(result));
            }
        });
        return answer;
    }

    @Override
    public CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
        return client.ask(() -> cluster.read(conversation, bucket, from, to, consistency));
    }

    @Override
    public CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to) {
        return client.ask(() -> cluster.read(conversation, bucket, from, to, Consistency.QUORUM).stream()
                .map(entry -> new IdAt(entry.seq(), entry.id()))
                .toList());
    }

    @Override
    public CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq) {
        return client.change(() -> {
            cluster.erase(conversation, bucket, seq);
            return seq;
        });
    }

    @Override
    public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
        return client.ask(() -> cluster.snapshot(conversation));
    }

    @Override
    public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
        return client.change(() -> {
            cluster.save(conversation, snapshot);
            return snapshot;
        });
    }
}
