package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("QG-2")
class CrashJournalTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";
    private static final int SENT = 600;

    @TempDir
    private Path directory;

    @Test
    void goesOnWithTheRoundsOfTheSameCommit() {
        Path file = directory.resolve("journal.jsonl");
        CrashJournal.in(file, COMMIT).add(line(COMMIT, SENT, 1, 0));

        CrashJournal again = CrashJournal.in(file, COMMIT);

        assertThat(again.has(1)).isTrue();
        assertThat(new CrashTotals(again.lines()).spoilt()).isEmpty();
    }

    @Test
    void refusesRoundsOfAnotherCommit() {
        Path file = directory.resolve("journal.jsonl");
        CrashJournal.in(file, OTHER).add(line(OTHER, SENT, 1, 0));

        assertThatIllegalStateException()
                .isThrownBy(() -> CrashJournal.in(file, COMMIT))
                .withMessageContaining("seed 1 played with commit=" + OTHER + ", expected " + COMMIT);
        ProofLog.add(new RuleProof("rounds that are recorded", "a round of another commit among them", true));
    }

    @Test
    void refusesRoundsOfNobodyKnowsWhichCommit() throws IOException {
        Path file = Files.writeString(
                directory.resolve("journal.jsonl"),
                "{\"seed\":1,\"fault\":\"SERVER_KILLED\",\"sent\":600,\"acknowledged\":600,\"meanwhile\":0,\"inDoubt\":0,"
                        + "\"undecided\":0,\"refusals\":1,\"violations\":0,\"millis\":1}\n");

        assertThatIllegalStateException().isThrownBy(() -> CrashJournal.in(file, COMMIT));
        ProofLog.add(new RuleProof("rounds that are recorded", "a round without a commit among them", true));
    }

    @ParameterizedTest
    @CsvSource({
        "600, 1, 1, a round with a violation that an earlier run played",
        "599, 1, 0, a round with a message that was never acknowledged",
        "600, 0, 0, a round in which nobody tried what is forbidden"
    })
    void judgesWhatAnEarlierRunPlayed(int acknowledged, int refusals, int violations, String seed) {
        Path file = directory.resolve("journal.jsonl");
        CrashJournal.in(file, COMMIT).add(line(COMMIT, acknowledged, refusals, violations));

        List<CrashJournal.Line> spoilt =
                new CrashTotals(CrashJournal.in(file, COMMIT).lines()).spoilt();

        ProofLog.add(new RuleProof("rounds that are recorded", seed, spoilt.size() == 1));
        assertThat(spoilt).hasSize(1);
    }

    private static CrashJournal.Line line(String commit, int acknowledged, int refusals, int violations) {
        return new CrashJournal.Line(
                commit, 1, Fault.SERVER_KILLED, SENT, acknowledged, 0, 1, 1, refusals, violations, 1);
    }
}
