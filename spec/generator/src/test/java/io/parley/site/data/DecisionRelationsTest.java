package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relations between records: one edit each to two records that agree. */
@Verifies("DOC-3")
class DecisionRelationsTest {

    private static final String RULE = "decision records tell their relations from both ends";

    @Test
    void findsNothingInTheProjectAsItIs() {
        assertThat(check(Seeds.realProject().decisions()).all()).isEmpty();
    }

    @Test
    void acceptsRelationsThatBothEndsTell() {
        assertThat(check(List.of(
                                record("0001", "superseded", List.of("0003"), List.of(), List.of("0002")),
                                record("0002", "accepted", List.of(), List.of("0001"), List.of()),
                                record("0003", "accepted", List.of("0001"), List.of(), List.of())))
                        .all())
                .isEmpty();
    }

    @Test
    void refusesARelationThatTheOtherRecordDoesNotTell() {
        Findings findings = check(List.of(
                record("0001", "accepted", List.of("0002"), List.of(), List.of()),
                record("0002", "accepted", List.of(), List.of(), List.of())));

        Seeds.assertCaught(RULE, "a relation that one end forgets", findings, "relates to 0002, which does not say so");
    }

    @Test
    void refusesARelationToARecordThatDoesNotExist() {
        Findings findings = check(List.of(record("0001", "accepted", List.of("0009"), List.of(), List.of())));

        Seeds.assertCaught(RULE, "a relation to nothing", findings, "relates to 0009, which does not exist");
    }

    @Test
    void refusesARecordThatRelatesToItself() {
        Findings findings = check(List.of(record("0001", "accepted", List.of("0001"), List.of(), List.of())));

        Seeds.assertCaught(RULE, "a record that relates to itself", findings, "relates to itself");
    }

    @Test
    void refusesASupersedingThatTheOlderRecordDoesNotTell() {
        Findings findings = check(List.of(
                record("0001", "accepted", List.of(), List.of(), List.of()),
                record("0002", "accepted", List.of(), List.of("0001"), List.of())));

        Seeds.assertCaught(
                RULE, "a record superseded behind its back", findings, "supersedes 0001, which does not say");
    }

    @Test
    void refusesASupersedingThatTheLaterRecordDoesNotTell() {
        Findings findings = check(List.of(
                record("0001", "superseded", List.of(), List.of(), List.of("0002")),
                record("0002", "accepted", List.of(), List.of(), List.of())));

        Seeds.assertCaught(RULE, "a successor that knows nothing of it", findings, "is superseded by 0002, which");
    }

    @Test
    void refusesARecordThatIsSupersededByNothing() {
        Findings findings = check(List.of(record("0001", "superseded", List.of(), List.of(), List.of())));

        Seeds.assertCaught(RULE, "superseded without a successor", findings, "status=superseded");
    }

    @Test
    void refusesARecordThatIsStillAcceptedAfterItsSuccessor() {
        Findings findings = check(List.of(
                record("0001", "accepted", List.of(), List.of(), List.of("0002")),
                record("0002", "accepted", List.of(), List.of("0001"), List.of())));

        Seeds.assertCaught(RULE, "accepted beside its successor", findings, "status=accepted");
    }

    private static Findings check(List<Decision> decisions) {
        Findings findings = new Findings();
        new DecisionRelations(decisions).check(findings);
        return findings;
    }

    private static Decision record(
            String number, String status, List<String> relates, List<String> supersedes, List<String> supersededBy) {
        return new Decision(
                number,
                "title",
                status,
                "yes",
                Decision.AREAS.get(0),
                false,
                "2026-11-25",
                "summary",
                List.of(),
                List.of(),
                relates,
                supersedes,
                supersededBy,
                "");
    }
}
