package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.DataFiles;
import io.parley.evidence.RecordedResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The target of the simulation's speed, judged by what was recorded. */
class SeedsRateTest {

    private static final Path RESULTS = Path.of("..", "..", "spec/results/simulation.jsonl");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void isEnoughForTheSeedsOfTheBuildInAMinute() {
        assertThat(new SeedsRate(DataFiles.jsonLines(RESULTS, RecordedResult.class)).isHeld())
                .isTrue();
    }

    @Test
    void countsTheLatestRecord() {
        assertThat(new SeedsRate(List.of(seeds(2000), rate(4000))).isHeld()).isTrue();
        assertThat(new SeedsRate(List.of(seeds(2000), rate(4000), rate(1999))).isHeld())
                .isFalse();
    }

    @Test
    void holdsNothingThatWasNotMeasured() {
        assertThat(new SeedsRate(List.of(seeds(2000))).isHeld()).isFalse();
        assertThat(new SeedsRate(List.of(rate(4000))).isHeld()).isFalse();
    }

    @Test
    void holdsNothingOfTwoRuns() {
        RecordedResult rate = rate(4000);
        RecordedResult other = new RecordedResult(
                rate.id(), 4000, rate.unit(), "f".repeat(40), rate.date(), rate.machine(), rate.source(), null);

        assertThat(new SeedsRate(List.of(seeds(2000), other)).isHeld()).isFalse();
    }

    private static RecordedResult seeds(double count) {
        return result("simulation.seeds", count);
    }

    private static RecordedResult rate(double perMinute) {
        return result("simulation.seeds-per-minute", perMinute);
    }

    private static RecordedResult result(String id, double value) {
        return new RecordedResult(
                id, value, "seeds", COMMIT, LocalDate.parse("2026-11-20"), "2 cores", "planted", null);
    }
}
