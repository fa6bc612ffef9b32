package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the build does not run are read, too. */
@Verifies({"DOC-1", "QG-8"})
class TestedIdsTest {

    private static final String RULE = "unknown id";

    @TempDir
    private Path project = Path.of("unset");

    @Test
    void findsNothingInTheTestsAsTheyAre() throws IOException {
        Findings findings = new Findings();
        new TestedIds(Seeds.realProject().catalogue())
                .check(Seeds.ROOT, Seeds.realProject().modules().directories(), findings);

        assertThat(findings.all()).isEmpty();
    }

    @Test
    void findsAnUnknownIdOfATestThatOnlyAProfileRuns() throws IOException {
        Seeds.assertCaught(
                RULE,
                "an unknown id of a test with a tag",
                check("@Tag(\"ring\")\n@Verifies(NONE)\nclass RingTest {}"),
                "RingTest.java: names the unknown id INV-99");
    }

    @Test
    void findsAnUnknownIdBesideKnownOnesOnSeveralLines() throws IOException {
        Seeds.assertCaught(
                RULE,
                "an unknown id of a method, beside known ones",
                check("class RingTest {\n@Verifies({\n    KNOWN,\n    NONE\n})\nvoid holds() {}\n}"),
                "RingTest.java: names the unknown id INV-99");
    }

    /** KNOWN and NONE stand for ids, because this source is read, too. */
    private Findings check(String source) throws IOException {
        Path folder = Files.createDirectories(project.resolve("module/src/test/java"));
        String named = source.replace("KNOWN", "\"INV-1\"").replace("NONE", "\"INV-99\"");
        Files.writeString(folder.resolve("RingTest.java"), named);
        Findings findings = new Findings();
        new TestedIds(Seeds.realProject().catalogue()).check(project, List.of("module"), findings);
        return findings;
    }
}
