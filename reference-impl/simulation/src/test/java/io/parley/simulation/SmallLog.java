package io.parley.simulation;

import io.parley.log.LogSettings;
import io.parley.projection.ProjectionSettings;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.engine.Trace;
import io.parley.simulation.store.SimulatedCluster;
import io.parley.simulation.store.StoreWeather;
import io.parley.simulation.store.StoreWitness;
import java.time.Duration;

/** What tests of a few entries run on: a log of small bounds, and stores that never fail. */
public final class SmallLog {

    public static final LogSettings SETTINGS = settings(64, 64, 8, 1_000);

    public static final ProjectionSettings PROJECTIONS = new ProjectionSettings(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            100,
            16,
            1 << 20,
            new LogSettings.Reads(3, 4_096, 1 << 20),
            4,
            2,
            100);

    private SmallLog() {}

    /** Settings whose bounds in entries are these. */
    public static LogSettings settings(
            int bucketEntries, int idWindowEntries, int batchEntriesMax, int editEntriesMax) {
        return new LogSettings(
                bucketEntries,
                idWindowEntries,
                batchEntriesMax,
                4_096,
                16,
                65_536,
                32,
                300,
                editEntriesMax,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofMillis(8),
                1 << 20,
                new LogSettings.Reads(16, 4_096, 1 << 20));
    }

    /** Stores in fair weather. */
    public static SimulatedCluster cluster(Scheduler scheduler, Chance chance) {
        return cluster(scheduler, chance, StoreWeather.fair());
    }

    public static SimulatedCluster cluster(Scheduler scheduler, Chance chance, StoreWeather weather) {
        return new SimulatedCluster(
                scheduler, chance.split(), weather, StoreWitness.blind(), new Tally(), new Trace(scheduler, false));
    }
}
