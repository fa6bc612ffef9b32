package io.parley.site.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class NormalizerTest {

    @Test
    void turnsTheStylesOfADrawingIntoAttributes() {
        Element body = normalized("<svg><rect style=\"fill:#fff;stroke-width:2\"></rect></svg>");

        assertThat(body.expectFirst("rect").attr("fill")).isEqualTo("#fff");
        assertThat(body.expectFirst("rect").attr("stroke-width")).isEqualTo("2");
        assertThat(body.select("[style]")).isEmpty();
    }

    @Test
    void labelsTheCellsOfATableForANarrowScreen() {
        Element body = normalized(
                "<table><colgroup><col style=\"width: 33.3333%;\"></colgroup><thead><tr><th>A</th><th>B</th></tr></thead>"
                        + "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>");

        assertThat(body.select("td").eachAttr("data-label")).containsExactly("A", "B");
        assertThat(body.expectFirst("col").className()).isEqualTo("w35");
        assertThat(body.expectFirst("table").parents().hasClass("scroll")).isTrue();
    }

    private static Element normalized(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        Normalizer.normalize(body);
        return body;
    }
}
