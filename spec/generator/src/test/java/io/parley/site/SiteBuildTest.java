package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.output.OutputFiles;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Builds this project's own site, without evidence. */
class SiteBuildTest {

    private final OutputFiles files = Generated.files();

    @Test
    void findsNothingInTheProjectAsItIs() {
        assertThat(Generated.findings()).isEmpty();
    }

    @Test
    void makesTheSameBytesInAnotherProcess() throws IOException, InterruptedException {
        OutputFiles again = Generated.filesOfAnotherProcess();

        assertThat(again.paths()).isEqualTo(files.paths());
        for (String path : files.paths()) {
            assertThat(again.bytes(path)).as(path).isEqualTo(files.bytes(path));
        }
    }

    @Test
    @Verifies({"DOC-1", "DOC-3"})
    void printsEveryEntryEveryDecisionAndEverySection() {
        Document requirements = Jsoup.parse(files.text("spec/requirements.html"));
        Seeds.realProject().catalogue().entries().forEach(entry -> assertThat(requirements.getElementById(entry.id()))
                .as(entry.id())
                .isNotNull());
        Seeds.realProject().decisions().forEach(decision -> assertThat(files.paths())
                .contains("spec/" + decision.page()));
        assertThat(files.paths().stream().filter(name -> name.matches("spec/[0-9]{2}-.*")))
                .hasSize(12);
    }

    @Test
    void saysWhatWasNotRun() {
        Document matrix = Jsoup.parse(files.text("spec/traceability.html"));

        assertThat(matrix.select(".standing.holds, .standing.partial")).isEmpty();
        assertThat(matrix.select("#trace-INV-3").first()).isNotNull();
        assertThat(matrix.text()).contains("No test was run in this build");
        assertThat(files.text("spec/rules.html")).contains("Not run in this build");
    }

    @Test
    void findsARequirementByItsIdInTheSearchTexts() {
        assertThat(files.text("spec/search-data.js")).contains("\"u\":\"requirements.html#MSG-17\"");
    }

    @Test
    @Verifies({"QG-6", "DOC-7"})
    void saysForEachProfileWhatItNeedsAndWhatDecides() {
        Document page = Jsoup.parse(files.text("spec/capacity.html"));

        assertThat(page.select("table.capacity").first()).isNotNull();
        Seeds.realProject().scenarios().all().forEach(scenario -> assertThat(
                        page.select("table.capacity th:contains(" + scenario.profile() + ")"))
                .isNotEmpty());
        // On a phone this is all that tells whose number it is.
        assertThat(page.select("td[data-label=planet]:contains(88\u202f752 nodes)"))
                .hasSize(1);
        assertThat(page.text()).contains("(storage)", "(connections)", "(replicas)");
        assertThat(page.select("a.capacity[href^=capacity-figures.html#answer-]"))
                .hasSizeGreaterThan(60);
    }

    @Test
    @Verifies("DOC-8")
    void printsEveryThreatWithItsIdAsAnchorAndFindsItInTheSearchTexts() {
        Document threats = Jsoup.parse(files.text("spec/threats.html"));

        Seeds.realProject().threats().register().entries().forEach(entry -> {
            String id = entry.threat().id();
            assertThat(threats.getElementById(id)).as(id).isNotNull();
            assertThat(files.text("spec/search-data.js")).contains("\"u\":\"threats.html#" + id + "\"");
        });
        assertThat(threats.select(".standing.holds, details .failed")).isEmpty();
        assertThat(threats.select("figure.view a[href=component-delivery.html]"))
                .isNotEmpty();
    }

    @Test
    void putsEachPartIntoItsFolder() {
        assertThat(files.paths()).contains("spec/index.html", "slides/index.html", "what-if/index.html");
        assertThat(files.paths()).allMatch(path -> path.matches("(spec|slides|what-if)/.+"));
    }
}
