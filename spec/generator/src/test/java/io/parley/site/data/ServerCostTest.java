package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.DataFiles;
import io.parley.evidence.RecordedResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The target of what the server adds to a message's cost, judged by what the load test recorded. */
class ServerCostTest {

    private static final Path RESULTS = Path.of("..", "..", "spec/results/load.jsonl");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @ParameterizedTest
    @ValueSource(strings = {"window-1", "window-8"})
    void isBelowItsTargetInTheLatestRecordedMeasurement(String load) {
        ServerCost cost = new ServerCost(DataFiles.jsonLines(RESULTS, RecordedResult.class));

        assertThat(cost.added(load))
                .hasValueSatisfying(
                        added -> assertThat(added.value()).isPositive().isLessThan(ServerCost.TARGET_MILLIS));
        assertThat(cost.isHeld(load)).isTrue();
    }

    @Test
    void countsTheLatestRecord() {
        ServerCost cost = new ServerCost(List.of(added(0.1), added(0.2)));

        assertThat(cost.isHeld("window-1")).isFalse();
    }

    @Test
    void holdsNothingThatWasNotMeasured() {
        ServerCost cost = new ServerCost(List.of(added(0.1)));

        assertThat(cost.isHeld("window-1")).isTrue();
        assertThat(cost.isHeld("window-8")).isFalse();
    }

    private static RecordedResult added(double millis) {
        return new RecordedResult(
                "load.direct.200.window-1.added-cpu",
                millis,
                "ms",
                COMMIT,
                LocalDate.parse("2026-11-20"),
                "2 cores",
                "planted",
                null);
    }
}
