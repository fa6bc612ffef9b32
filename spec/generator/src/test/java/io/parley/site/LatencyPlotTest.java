package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.RecordedResult;
import io.parley.site.text.Drawing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LatencyPlotTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void saysSoWhileNothingIsRecorded() {
        Drawing drawing = Objects.requireNonNull(LatencyPlot.of(List.of()).get("load-latency"));

        assertThat(Jsoup.parseBodyFragment(drawing.figure()).select(".on-light text"))
                .anySatisfy(text -> assertThat(text.text()).isEqualTo("nothing is recorded yet"));
    }

    @Test
    void drawsALineForEachPercentileForBothColourSchemes() {
        Document drawn = drawn(20);

        assertThat(drawn.select(".on-light > svg, .on-dark > svg")).hasSize(2);
        assertThat(drawn.select("svg > title")).hasSize(2);
        assertThat(drawn.select(".on-light path[stroke-width=2.5]")).hasSize(3);
        assertThat(drawn.select(".on-light circle")).hasSize(9);
        assertThat(drawn.select(".on-light path[stroke-dasharray]")).hasSize(1);
    }

    @Test
    void keepsWhatIsBeyondTheScaleInside() {
        assertThat(drawn(1_000_000).select(".on-light circle").eachAttr("cy"))
                .allSatisfy(y -> assertThat(Double.parseDouble(y)).isBetween(20.0, 310.0));
    }

    @Test
    void keepsTheNamesOfTheLinesApart() {
        List<Double> heights = drawn(1_000_000).select(".on-light text[x=620.0]").stream()
                .map(text -> Double.valueOf(text.attr("y")))
                .toList();

        assertThat(heights).hasSize(3);
        for (int i = 1; i < heights.size(); i++) {
            assertThat(heights.get(i)).isGreaterThan(heights.get(i - 1) + 15);
        }
    }

    private static Document drawn(double slowest) {
        List<RecordedResult> results = new ArrayList<>();
        for (int rate : List.of(50, 200, 1000)) {
            for (String figure : List.of("p50", "p99", "p999")) {
                results.add(new RecordedResult(
                        "load.mixed.1000." + rate + "." + figure,
                        rate == 1000 ? slowest : 5,
                        "ms",
                        COMMIT,
                        LocalDate.parse("2026-11-26"),
                        "2 cores",
                        "planted",
                        null));
            }
        }
        Drawing drawing = Objects.requireNonNull(LatencyPlot.of(results).get("load-latency"));
        return Jsoup.parseBodyFragment(drawing.figure());
    }
}
