package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.DataFiles;
import io.parley.evidence.RecordedResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of Parley beside the peer is of one run. */
class PeerRunTest {

    private static final Path RESULTS = Path.of("..", "..", "spec/results/load.jsonl");
    private static final PeerRun RECORDED = new PeerRun(DataFiles.jsonLines(RESULTS, RecordedResult.class));
    private static final String BOTH = "0123456789abcdef0123456789abcdef01234567";
    private static final String ALONE = "89abcdef0123456789abcdef0123456789abcdef";

    /** Both have three digits that mean something. */
    @ParameterizedTest
    @ValueSource(strings = {"window-1", "window-8", "rate-250", "rate-500"})
    void hasTheRatioOfTheFiguresBesideIt(String load) {
        for (String name : List.of("rate", "p99", "cpu")) {
            assertThat(RECORDED.ratio(load, name).orElseThrow().value())
                    .isCloseTo(
                            number(RECORDED, load, "parley", name) / number(RECORDED, load, "ejabberd", name),
                            Percentage.withPercentage(1.5));
        }
    }

    @Test
    void takesNoFigureOfALaterRunWithoutThePeer() {
        List<RecordedResult> results = new ArrayList<>(List.of(
                result("parley.rate", 1500, BOTH),
                result("ejabberd.rate", 2000, BOTH),
                result("parley-to-ejabberd.rate", 0.75, BOTH),
                result("parley.rate", 1000, ALONE)));

        PeerRun run = new PeerRun(results);

        assertThat(number(run, "window-1", "parley", "rate")).isEqualTo(1500);
        assertThat(run.ratio("window-1", "rate"))
                .hasValueSatisfying(ratio -> assertThat(ratio.value()).isEqualTo(0.75));
    }

    @Test
    void takesNothingOfAnEarlierRun() {
        PeerRun run = new PeerRun(List.of(
                result("parley-to-ejabberd.rate", 0.75, ALONE),
                result("ejabberd.rate", 1900, ALONE),
                result("ejabberd.rate", 2000, BOTH)));

        assertThat(run.ratio("window-1", "rate")).isEmpty();
    }

    @Test
    void hasNothingWithoutThePeer() {
        assertThat(new PeerRun(List.of(result("parley.rate", 1000, ALONE))).figure("window-1", "parley", "rate"))
                .isEmpty();
    }

    private static double number(PeerRun run, String load, String system, String name) {
        return run.figure(load, system, name).orElseThrow().value();
    }

    private static RecordedResult result(String figure, double value, String commit) {
        return new RecordedResult(
                "load.direct.200.window-1." + figure,
                value,
                "messages/s",
                commit,
                LocalDate.parse("2026-11-20"),
                "2 cores",
                "planted",
                null);
    }
}
