package io.parley.simulation.store;

import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.StoreWeather.Fate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The way from one process to the store: requests take time to arrive and to be worked on, and whoever waits longer than a
 * driver would is told that no answer came. What is on its way stays on its way when the process dies.
 */
final class StoreClient {

    private static final long WAY_NANOS_MIN = 50_000;
    private static final long WAY_NANOS_MAX = 12_000_000;
    private static final Duration PATIENCE = Duration.ofMillis(60);
    private static final Duration LATE_MIN = Duration.ofMillis(30);
    private static final Duration LATE_MAX = Duration.ofMillis(1_300);

    private final SimulatedCluster cluster;
    private final SimulatedProcess process;
    private final Chance chance;

    StoreClient(SimulatedCluster cluster, SimulatedProcess process) {
        this.cluster = cluster;
        this.process = process;
        this.chance = cluster.chance();
    }

    SimulatedProcess process() {
        return process;
    }

    Scheduler.Step patience(Runnable end) {
        return process.run(PATIENCE.toNanos(), end);
    }

    /** A question that may stay unanswered. */
    <T> CompletionStage<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Scheduler.Step patience =
                patience(() -> answer.completeExceptionally(new ProblemException(Problem.storeUnavailable())));
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

    /** A change whose answer may not come: then it happens now, later or never. */
    <T> CompletionStage<T> change(Supplier<T> change) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Scheduler.Step patience =
                patience(() -> answer.completeExceptionally(new ProblemException(Problem.outcomeUnknown())));
        Fate fate = cluster.weather().fate(chance);
        if (fate == Fate.ANSWERED) {
            arrive(way(), () -> {
                T result = change.get();
                answer(patience, () -> answer.complete(result));
            });
        } else {
            cluster.tally().add(Fact.CHANGE_UNANSWERED);
            if (fate != Fate.NEVER_ARRIVES) {
                arrive(way(fate), () -> {
                    var unused = change.get();
                });
            }
        }
        return answer;
    }

    void answer(Scheduler.Step patience, Runnable completion) {
        process.run(way(), () -> {
            patience.cancel();
            completion.run();
        });
    }

    void arrive(long way, Runnable work) {
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

    long way(Fate fate) {
        return fate == Fate.LATE ? chance.between(LATE_MIN, LATE_MAX).toNanos() : way();
    }

    private long way() {
        return chance.skewed(WAY_NANOS_MIN, WAY_NANOS_MAX);
    }
}
