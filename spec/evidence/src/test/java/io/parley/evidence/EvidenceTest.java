package io.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path project = Path.of("unset");

    @Test
    void readsTestRunsAndProofsOfAllModules() throws IOException {
        write("a", "junit-1.jsonl", line("A#x", "\"INV-1\"") + "\n" + line("A#w", "") + "\n", STARTED);
        write(
                "b",
                "rules.jsonl",
                ProofLog.line(new RuleProof("rule", "seed \"quoted\" \n", true)),
                STARTED.plusSeconds(9));

        Evidence evidence = Evidence.read(project, List.of("a", "b", "c"), STARTED);

        assertThat(evidence.runs()).extracting(TestRun::test).containsExactly("A#w", "A#x");
        assertThat(evidence.of("INV-1")).extracting(TestRun::result).containsExactly(Outcome.PASSED);
        assertThat(evidence.proofs()).containsExactly(new RuleProof("rule", "seed \"quoted\" \n", true));
        assertThat(evidence.modules()).containsExactly("a", "b");
        assertThat(evidence.errors()).isEmpty();
    }

    @Test
    void leavesOutWhatAnEarlierBuildWrote() throws IOException {
        write("a", "junit-1.jsonl", line("A#x", "\"INV-1\"") + "\n", STARTED.minusSeconds(1));

        Evidence evidence = Evidence.read(project, List.of("a"), STARTED);
        ProofLog.add(new RuleProof(
                "stale evidence",
                "a file that is older than the build",
                evidence.runs().isEmpty()));

        assertThat(evidence.runs()).isEmpty();
        assertThat(evidence.modules()).isEmpty();
    }

    @Test
    void reportsATestThatNamesTooManyIds() throws IOException {
        write("a", "junit-1.jsonl", line("A#x", "\"A-1\",\"A-2\",\"A-3\",\"A-4\"") + "\n", STARTED);

        List<String> errors = Evidence.read(project, List.of("a"), STARTED).errors();
        ProofLog.add(new RuleProof("at most three ids per test", "a test that names four", !errors.isEmpty()));

        assertThat(errors).singleElement().asString().contains("A#x, expected at most 3");
    }

    @Test
    void refusesALineThatIsNoEvidenceAndNamesItsPlace() throws IOException {
        write("a", "junit-1.jsonl", "\n{broken\n", STARTED);

        assertThatThrownBy(() -> Evidence.read(project, List.of("a"), STARTED))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("junit-1.jsonl:2:");
    }

    @Test
    void reportsALineThatIsNeitherARunNorAProof() throws IOException {
        write("a", "junit-1.jsonl", "{\"millis\":1}\n", STARTED);

        assertThat(Evidence.read(project, List.of("a"), STARTED).errors())
                .singleElement()
                .asString()
                .contains("neither a test run nor the proof of a rule");
    }

    private void write(String module, String name, String text, Instant modified) throws IOException {
        Path directory = Files.createDirectories(project.resolve(module).resolve("target/evidence"));
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static String line(String test, String ids) {
        return "{\"test\":\"" + test + "\",\"ids\":[" + ids + "],\"result\":\"passed\",\"millis\":3}";
    }
}
