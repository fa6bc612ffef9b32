package io.parley.simulation.store;

import io.parley.log.LogStore;
import io.parley.receipt.ReceiptStore;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.engine.Trace;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A store without faults, and the time that it takes. */
final class FairCluster {

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedCluster cluster = new SimulatedCluster(
            scheduler, chance, StoreWeather.fair(), StoreWitness.blind(), new Tally(), new Trace(scheduler, false));
    private final SimulatedProcess client = new SimulatedProcess("client", scheduler, chance.split(), Duration.ZERO, 1);

    SimulatedCluster cluster() {
        return cluster;
    }

    SimulatedProcess process() {
        return client;
    }

    Stores stores() {
        return cluster.connect(client);
    }

    LogStore store() {
        return stores().log();
    }

    ReceiptStore receipts() {
        return cluster.connect(client).receipts();
    }

    /** Lets virtual time pass until the stage has completed. */
    <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            if (!scheduler.runNext()) {
                throw new IllegalStateException("nothing is left to happen, expected the stage to complete");
            }
        }
        return stage.toCompletableFuture().join();
    }
}
