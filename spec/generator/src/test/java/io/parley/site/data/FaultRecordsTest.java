package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.RecordedResult;
import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The goal that nothing is lost, judged by what the rounds of faults recorded. */
@Verifies({"QG-2", "INV-7"})
class FaultRecordsTest {

    private static final String RULE = "recorded faults lose nothing";
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final Project real = Seeds.realProject();
    private final Findings findings = new Findings();

    @Test
    void holdNoLossAndEnoughOfEachKind() {
        new FaultRecords(real.results()).check(real.limits(), findings);

        assertThat(findings.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "crash.violations, 1",
        "partition.violations, 1",
        "partition.messages.without-quorum, 1",
        "crash.rounds, 199",
        "crash.rounds.ring, 0",
        "partition.rounds, 9",
        "crash.outcomes.unknown, 0",
        "partition.outcomes.unknown, 0",
        "crash.messages.in-doubt, 0",
        "partition.messages.in-doubt, 0",
        "crash.refusals, 0",
        "partition.refusals, 0",
        "partition.messages.meanwhile, 0",
        "partition.silence.everything, 18500",
        "crash.repair.time, 5001",
        "full-disk.cassandra.accepted, 0",
        "full-disk.cassandra.refused, 0",
        "full-disk.cassandra.lost, 1",
        "full-disk.cassandra.violations, 1",
        "full-disk.postgres.accepted, 0",
        "full-disk.postgres.refused, 0",
        "full-disk.postgres.lost, 1"
    })
    void findsAFigureThatBreaksTheGoal(String figure, double value) {
        RecordedResult before = latest(figure);
        RecordedResult planted = new RecordedResult(
                figure, value, before.unit(), before.commit(), before.date(), before.machine(), before.source(), null);

        new FaultRecords(and(planted)).check(real.limits(), findings);

        Seeds.assertCaught(RULE, "a latest " + figure + " of " + (int) value, findings, figure + "=" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crash.violations",
                "partition.violations",
                "crash.repair.time",
                "full-disk.cassandra.lost",
                "full-disk.postgres.lost"
            })
    void findsAFigureThatNobodyRecorded(String figure) {
        List<RecordedResult> others = real.results().stream()
                .filter(result -> !result.id().equals(figure))
                .toList();

        new FaultRecords(others).check(real.limits(), findings);

        Seeds.assertCaught(RULE, "no " + figure, findings, figure + " is not recorded");
    }

    @Test
    void findsViolationsThatWereCountedInOtherRounds() {
        RecordedResult planted = new RecordedResult(
                "crash.violations", 0, "violations", COMMIT, LocalDate.of(2100, 1, 1), "2 cores", "planted", null);

        new FaultRecords(and(planted)).check(real.limits(), findings);

        Seeds.assertCaught(RULE, "violations of another run than the rounds", findings, "is not of the run");
    }

    private RecordedResult latest(String figure) {
        return real.results().stream()
                .filter(result -> result.id().equals(figure))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<RecordedResult> and(RecordedResult planted) {
        return Stream.concat(real.results().stream(), Stream.of(planted)).toList();
    }
}
