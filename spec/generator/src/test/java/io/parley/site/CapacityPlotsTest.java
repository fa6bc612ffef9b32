package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capacity.scenario.Scenarios;
import io.parley.evidence.Verifies;
import io.parley.site.text.Drawing;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@Verifies({"QG-6", "DOC-7"})
class CapacityPlotsTest {

    private final Scenarios scenarios = Scenarios.read(Seeds.ROOT);
    private final Map<String, Drawing> figures = CapacityPlots.of(scenarios);

    @Test
    void drawsEveryFigureForBothColourSchemesWithATitle() {
        assertThat(figures).containsOnlyKeys("capacity-nodes", "capacity-cores");
        figures.values().forEach(drawing -> {
            Document drawn = Jsoup.parseBodyFragment(drawing.figure());
            assertThat(drawn.select(".on-light > svg, .on-dark > svg")).hasSize(2);
            assertThat(drawn.select("svg > title")).hasSize(2).allSatisfy(title -> assertThat(title.text())
                    .isNotBlank());
        });
    }

    @Test
    void drawsALineForEachKindOfNodeAndEachProfileButTheLargest() {
        assertThat(lines("capacity-nodes")).isEqualTo(3);
        assertThat(lines("capacity-cores")).isEqualTo(scenarios.all().size() - 1);
    }

    @Test
    void keepsEveryNameInsideAndApart() {
        figures.values().forEach(drawing -> {
            double before = Double.NEGATIVE_INFINITY;
            for (double height : Jsoup.parseBodyFragment(drawing.figure()).select(".on-light text[x=580.0]").stream()
                    .mapToDouble(text -> Double.parseDouble(text.attr("y")))
                    .sorted()
                    .toArray()) {
                assertThat(height).isGreaterThan(before + 15).isLessThan(355);
                before = height;
            }
        });
    }

    @Test
    void drawsTheSameBytesAgain() {
        assertThat(CapacityPlots.of(scenarios)).isEqualTo(figures);
    }

    private int lines(String name) {
        return Jsoup.parseBodyFragment(Objects.requireNonNull(figures.get(name)).figure())
                .select(".on-light path[stroke-width=2.5]")
                .size();
    }
}
