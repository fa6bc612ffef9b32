package io.parley.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.DataException;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("DOC-8")
class AssessmentEntryTest {

    @TempDir
    private Path folder;

    @Test
    void readsEachStatusWithItsMembers() throws IOException {
        List<Assessment> read = read("""
                - threats: [T-a-b-S]
                  scenario: "Somebody knocks."
                  status: open
                  risk: high
                  missing: "a door"
                  closedBy: [MSG-19]
                - threats: [T-a-b-T, T-a-c-*]
                  scenario: "Somebody writes."
                  status: mitigated
                  mechanism: "a lock"
                  tests: [SomeTest#holds, QG-7]
                - threats: [T-a-b-R]
                  scenario: "Somebody denies."
                  status: accepted
                  risk: low
                  reason: "harmless"
                  owner: "security"
                  expires: "2027-06-30"
                """);

        assertThat(read)
                .extracting(Assessment::status)
                .containsExactly(
                        new Status.Open(Risk.HIGH, "a door", List.of("MSG-19")),
                        new Status.Mitigated(
                                "a lock", List.of(TestReference.parse("SomeTest#holds"), TestReference.parse("QG-7"))),
                        new Status.Accepted(Risk.LOW, "harmless", "security", LocalDate.parse("2027-06-30")));
        assertThat(Assessment.matches("T-a-c-*", "T-a-c-Li")).isTrue();
        assertThat(Assessment.matches("T-a-c-*", "T-a-b-Li")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an open threat that nothing closes  | status: open, risk: low, missing: x                  | closedBy of
            an open threat without a judgement  | status: open, missing: x, closedBy: [MSG-19]         | risk of
            a mitigation without a test         | status: mitigated, mechanism: x                      | tests of
            a mitigation without a mechanism    | status: mitigated, tests: [QG-7]                     | mechanism of
            a test of no known form             | status: mitigated, mechanism: x, tests: [by hand]    | test=by hand
            an acceptance without an end        | status: accepted, risk: low, reason: x, owner: y     | expires of
            an acceptance without an owner      | status: accepted, risk: low, reason: x, expires: "2027-01-01" | owner of
            an end that is no day               | status: accepted, risk: low, reason: x, owner: y, expires: soon | expires=soon
            a member of another status          | status: open, risk: low, missing: x, closedBy: [MSG-19], owner: y | owner of
            a status that is none               | status: fine                                         | status=fine
            a member that is none               | status: open, severity: high                         | severity
            """)
    @Verifies({"DOC-8", "QG-8"})
    void refusesAnEntryThatSaysTooLittleOrTooMuch(String seed, String members, String message) {
        String yaml = "- { threats: [T-a-b-S], scenario: s, " + members + " }\n";

        boolean caught = isRefused(yaml, message);
        ProofLog.add(new RuleProof("assessment-form", seed, caught));
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(DataException.class).hasMessageContaining(message);
    }

    private boolean isRefused(String yaml, String message) {
        try {
            read(yaml);
            return false;
        } catch (DataException e) {
            return String.valueOf(e.getMessage()).contains(message);
        } catch (IOException e) {
            return false;
        }
    }

    private List<Assessment> read(String yaml) throws IOException {
        Files.writeString(folder.resolve("some.yaml"), yaml);
        return Inputs.assessments(folder);
    }
}
