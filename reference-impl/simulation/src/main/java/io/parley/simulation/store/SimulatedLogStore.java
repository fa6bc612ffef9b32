package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.StoreWeather.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The store as one process reaches it: requests take time to arrive and to be worked on, and whoever waits longer than a
 * driver would is told that no answer came. What is on its way stays on its way when the process dies.
 */
final class SimulatedLogStore implements LogStore {

    private static final long WAY_NANOS_MIN = 50_000;
    private static final long WAY_NANOS_MAX = 12_000_000;
    private static final Duration PATIENCE = Duration.ofMillis(60);
    private static final Duration LATE_MIN = Duration.ofMillis(30);
    private static final Duration LATE_MAX = Duration.ofMillis(900);

    private final SimulatedCluster cluster;
    private final SimulatedProcess client;
    private final Chance chance;

    SimulatedLogStore(SimulatedCluster cluster, SimulatedProcess client) {
        this.cluster = cluster;
        this.client = client;
        this.chance = cluster.chance();
    }

    @Override
    public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
        Proposal proposal = new Proposal(entries, client);
        CompletableFuture<Append> answer = new CompletableFuture<>();
        cluster.trace()
                .add(
                        client.name(),
                        () -> "proposes " + Names.of(conversation) + "/" + bucket + " " + Names.range(entries));
        Scheduler.Step patience = client.run(PATIENCE.toNanos(), () -> {
            proposal.giveUp();
            cluster.trace().add(client.name(), () -> "hears nothing of " + Names.range(entries));
            answer.complete(Append.UNKNOWN);
        });
        Fate fate = cluster.weather().fate(chance);
        if (fate == Fate.NEVER_ARRIVES) {
            cluster.tally().add(Fact.APPEND_NEVER_ARRIVED);
            return answer;
        }
        Partition partition = cluster.partition(conversation, bucket);
        partition.underWay().add(proposal);
        long way = fate == Fate.LATE ? chance.between(LATE_MIN, LATE_MAX).toNanos() : way();
        arrive(way, () -> {
            partition.underWay().remove(proposal);
            Append result = cluster.decide(conversation, bucket, proposal, fate);
            if (result == Append.UNKNOWN) {
                cluster.tally().add(Fact.APPEND_HUNG);
            } else if (fate == Fate.ANSWER_LOST) {
                cluster.tally().add(Fact.APPEND_ANSWER_LOST);
            } else {
                answer(patience, () -> answer.complete(result));
            }
        });
        return answer;
    }

    @Override
    public CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
        return ask(() -> cluster.read(conversation, bucket, from, to, consistency));
    }

    @Override
    public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
        return ask(() -> {
            Optional<Snapshot> snapshot = cluster.snapshot(conversation);
            snapshot.ifPresent(used -> cluster.tally().add(Fact.SNAPSHOT_USED));
            return snapshot;
        });
    }

    @Override
    public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
        if (cluster.weather().snapshotIsLost(chance)) {
            cluster.tally().add(Fact.SNAPSHOT_NOT_SAVED);
            CompletableFuture<?> failed = new CompletableFuture<>();
            client.run(PATIENCE.toNanos(), () -> failed.completeExceptionally(noAnswer()));
            return failed;
        }
        return ask(() -> {
            cluster.save(conversation, snapshot);
            return snapshot;
        });
    }

    /** A question that may stay unanswered; asked or not, it is then worked on all the same. */
    private <T> CompletionStage<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Scheduler.Step patience = client.run(PATIENCE.toNanos(), () -> answer.completeExceptionally(noAnswer()));
        boolean fails = cluster.weather().readFails(chance);
        arrive(way(), () -> {
            T result = question.get();
            if (fails) {
                cluster.tally().add(Fact.READ_FAILED);
            } else {
                answer(patience, () -> answer.complete(result));
            }
        });
        return answer;
    }

    private void answer(Scheduler.Step patience, Runnable completion) {
        client.run(way(), () -> {
            patience.cancel();
            completion.run();
        });
    }

    private void arrive(long way, Runnable work) {
        cluster.scheduler().after(way, () -> {
            long stall =
                    cluster.weather().stalledUntilNanos() - cluster.scheduler().nowNanos();
            if (stall > 0) {
                arrive(stall + way(), work);
            } else {
                work.run();
            }
        });
    }

    private long way() {
        return chance.skewed(WAY_NANOS_MIN, WAY_NANOS_MAX);
    }

    private static ProblemException noAnswer() {
        return new ProblemException(Problem.storeUnavailable());
    }
}
