package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.DataFiles;
import io.parley.evidence.RecordedResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The target of what the server adds to a message's cost, judged by what the load test recorded. */
class ServerCostTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final ServerCost RECORDED =
            new ServerCost(DataFiles.jsonLines(ROOT.resolve("spec/results/load.jsonl"), RecordedResult.class));
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @ParameterizedTest
    @MethodSource("loads")
    void isMeasured(String load) {
        assertThat(RECORDED.added(load))
                .hasValueSatisfying(added -> assertThat(added.value()).isPositive());
        assertThat(RECORDED.steady(load))
                .hasValueSatisfying(steady -> assertThat(steady.value()).isPositive());
    }

    /** Held or not, the register of debts tells. */
    @Test
    void tellsInTheRegisterWhenTheTargetIsMissed() {
        boolean told = DataFiles.yamlList(ROOT.resolve("spec/debts.yaml"), Debt.class).stream()
                .anyMatch(debt -> debt.tests().contains(ServerCostTest.class.getSimpleName()));

        assertThat(told).isEqualTo(!loads().allMatch(RECORDED::isHeld));
    }

    static Stream<String> loads() {
        return Stream.of("window-1", "window-8");
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
