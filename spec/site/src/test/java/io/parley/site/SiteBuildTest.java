package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Builds this project's own site, without evidence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteBuildTest {

    private final SiteBuild build = build();
    private Map<String, String> files = Map.of();

    @BeforeAll
    void make() throws IOException {
        files = build.files();
    }

    @Test
    void findsNothingInTheProjectAsItIs() {
        assertThat(build.findings()).isEmpty();
    }

    @Test
    void makesTheSameBytesFromTheSameInputs() throws IOException {
        assertThat(build().files()).isEqualTo(files);
    }

    @Test
    @Verifies({"DOC-1", "DOC-3"})
    void printsEveryEntryEveryDecisionAndEverySection() {
        Document requirements = Jsoup.parse(files.getOrDefault("requirements.html", ""));
        Seeds.realProject().catalogue().entries().forEach(entry -> assertThat(requirements.getElementById(entry.id()))
                .as(entry.id())
                .isNotNull());
        Seeds.realProject().decisions().forEach(decision -> assertThat(files).containsKey(decision.page()));
        assertThat(files.keySet().stream().filter(name -> name.matches("[0-9]{2}-.*")))
                .hasSize(12);
    }

    @Test
    void saysWhatWasNotRun() {
        Document matrix = Jsoup.parse(files.getOrDefault("traceability.html", ""));

        assertThat(matrix.select(".standing.holds, .standing.partial")).isEmpty();
        assertThat(matrix.select("#trace-INV-3").first()).isNotNull();
        assertThat(matrix.text()).contains("No test was run in this build");
        assertThat(files.get("rules.html")).contains("Not run in this build");
    }

    @Test
    void findsARequirementByItsIdInTheSearchTexts() {
        assertThat(files.get("search-data.js")).contains("\"u\":\"requirements.html#MSG-17\"");
    }

    private static SiteBuild build() {
        return new SiteBuild(Options.parse(
                "--project=" + Seeds.ROOT,
                "--output=" + Seeds.ROOT.resolve("spec/site/target/unused"),
                "--evidence=report",
                // No evidence is as young as this.
                "--build-started=9999-01-01T00:00:00Z"));
    }
}
