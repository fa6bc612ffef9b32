package io.parley.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failing seed that does not fail again helps nobody. */
class DeterminismTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void givesTheSameTraceForTheSameSeed(long seed) {
        Simulation.Result first = Simulation.run(seed, true);

        Simulation.Result second = Simulation.run(seed, true);

        assertThat(second.trace()).isNotEmpty().isEqualTo(first.trace());
        assertThat(second.events()).isEqualTo(first.events());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void runsTheSameWhetherOrNotSomebodyWatches(long seed) {
        assertThat(Simulation.run(seed, false).events())
                .isEqualTo(Simulation.run(seed, true).events());
    }
}
