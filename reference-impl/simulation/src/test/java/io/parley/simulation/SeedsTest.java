package io.parley.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.simulation.engine.Fact;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The seeds of the build. {@code -Dparley.simulation.seeds=N} runs more of them, {@code -Dparley.simulation.seed=S} one, with
 * its trace. {@code -Dparley.simulation.results=FILE} has their figures recorded there. They keep all processors busy by themselves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class SeedsTest {

    private static final long SEEDS_OF_THE_BUILD = 2_000;
    private static final long SEEDS = Long.getLong("parley.simulation.seeds", SEEDS_OF_THE_BUILD);

    /**
     * Each found an error of the server when many more seeds than the build's were played: a command changed a message in the group
     * commit that let its author in (at 123cd3c); a node learned of its own commit when others had applied it and somebody had been
     * removed since (at f39545e).
     */
    private static final List<Long> ONCE_FAILED = List.of(4105L, 5304L);

    private static final long EVENTS_MIN = 500;

    /** What happens once or twice proves little. */
    private static final long OCCURRENCES_MIN = 20;

    private static final double MINUTE_NANOS = 60e9;

    private Runs.Summary summary = Runs.of(0, 0);
    private Duration took = Duration.ZERO;

    @BeforeAll
    void run() {
        Long only = Long.getLong("parley.simulation.seed");
        long begun = System.nanoTime();
        summary = only == null ? Runs.of(1, SEEDS).and(onceFailed()) : Runs.of(only, 1);
        took = Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Runs.Summary onceFailed() {
        return ONCE_FAILED.stream()
                .filter(seed -> seed > SEEDS)
                .map(seed -> Runs.of(seed, 1))
                .reduce(Runs.of(0, 0), Runs.Summary::and);
    }

    /** Those of the build and many more are figures of their own: the build's have to be through within a minute. */
    @AfterAll
    void record() {
        boolean more = SEEDS != SEEDS_OF_THE_BUILD;
        String prefix = more ? "simulation.more." : "simulation.";
        (more ? SimulationResults.ofMoreSeeds() : SimulationResults.file("SeedsTest")).ifPresent(results -> {
            assertThat(summary.failed()).isEmpty();
            results.add(
                    prefix + "seeds",
                    (double) summary.seeds(),
                    "seeds",
                    (more ? "of a longer run, the build's among them" : "of the build") + "; no invariant was broken");
            results.add(
                    prefix + "events",
                    (double) summary.events(),
                    "events",
                    "under these seeds together; no seed had fewer than " + summary.eventsMin());
            results.add(
                    prefix + "seeds-per-minute",
                    SimulationResults.rounded(summary.seeds() * MINUTE_NANOS / took.toNanos()),
                    "seeds/min",
                    SimulationResults.beside("on " + Runtime.getRuntime().availableProcessors() + " cores"));
        });
    }

    @Test
    @Verifies({"INV-1", "INV-2", "INV-3"})
    void keepsTheLogGaplessUnchangedAndDurable() {
        assertThat(summary.failed()).as(this::story).isEmpty();
    }

    @Test
    @Verifies({"INV-4", "INV-5", "MSG-21"})
    void writesEveryCommandOnceAndOnlyWhatIsLegal() {
        assertThat(summary.failed()).as(this::story).isEmpty();
    }

    @Test
    @Verifies({"INV-6", "INV-7", "MSG-17"})
    void bringsToEveryDeviceWhatWasAcknowledgedInOrder() {
        assertThat(summary.failed()).as(this::story).isEmpty();
    }

    @Test
    @Verifies({"MSG-10", "MSG-14"})
    void keepsMarksAtWhatDevicesReportedAndUnreadCountsWithThem() {
        assertThat(summary.failed()).as(this::story).isEmpty();
    }

    /** What a failing seed did, and how to see it again. */
    private String story() {
        return summary.failed()
                .map(run -> Simulation.run(run.seed(), true).trace() + "\n"
                        + run.violation().orElseThrow() + "\n"
                        + Replay.command(run.seed()))
                .orElse("");
    }

    @Test
    @Verifies("QG-2")
    void letsEveryKindOfFaultOccur() {
        List<Fact> rare = Arrays.stream(Fact.values())
                .filter(fact -> summary.tally().of(fact) < OCCURRENCES_MIN)
                .toList();
        assertThat(summary.seeds() == 1 ? List.of() : rare).isEmpty();
    }

    @Test
    void takesManyEventsPerSeed() {
        assertThat(summary.eventsMin()).isGreaterThanOrEqualTo(EVENTS_MIN);
    }
}
