package io.parley.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Evidence;
import io.parley.evidence.Outcome;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.TestRun;
import io.parley.evidence.Verifies;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@Verifies("DOC-8")
class RegisterTest {

    private static final Register REGISTER = ThreatModel.read(Seed.ROOT).register();

    @Test
    void asksSixQuestionsOfEveryCrossingAndSevenOfPersonalData() {
        for (Place place : REGISTER.trust().places()) {
            boolean crosses = place instanceof Place.Flow flow && flow.crosses();
            assertThat(REGISTER.of(place)).as(place.slug()).hasSize((crosses ? 6 : 0) + (place.personal() ? 7 : 0));
        }
    }

    @Test
    void namesAThreatByItsEndsAndItsQuestion() {
        assertThat(REGISTER.find("T-web-delivery-S")).hasValueSatisfying(entry -> {
            assertThat(entry.threat().category()).isEqualTo(Category.SPOOFING);
            assertThat(entry.threat().place().elements()).containsExactly("parley.web", "parley.server.delivery");
        });
        assertThat(REGISTER.entries()).extracting(entry -> entry.threat().id()).doesNotHaveDuplicates();
    }

    @Test
    void asksNothingOfAFlowInsideAZoneButWhatItMeansToPeople() {
        assertThat(REGISTER.entries())
                .filteredOn(entry -> entry.threat().place().slug().equals("user-web"))
                .isNotEmpty()
                .allMatch(entry -> entry.threat().category().framework() == Framework.LINDDUN);
    }

    @Test
    void writesTheSameBytesAgain() {
        String once = RegisterJson.of(REGISTER);

        assertThat(RegisterJson.of(ThreatModel.read(Seed.ROOT).register())).isEqualTo(once);
        assertThat(once).contains("\"id\" : \"T-web-delivery-S\"").endsWith("}\n");
    }

    @Test
    @Verifies({"DOC-8", "QG-8"})
    void callsNothingMitigatedWhoseTestFailsOrIsMissing() {
        Register register = new Register(REGISTER.trust(), List.of(mitigatedBy("SomeTest#holds")));

        List<String> missing = register.unproven(Evidence.none(), true);
        List<String> failed = register.unproven(evidence(Outcome.FAILED), false);

        proof("a mitigation whose test did not run", !missing.isEmpty());
        proof("a mitigation whose test failed", !failed.isEmpty());
        assertThat(missing).singleElement().asString().endsWith("SomeTest#holds was not run");
        assertThat(failed).singleElement().asString().endsWith("SomeTest#holds did not pass");
        assertThat(register.unproven(evidence(Outcome.PASSED), true)).isEmpty();
        assertThat(register.unproven(Evidence.none(), false)).isEmpty();
    }

    private static void proof(String seed, boolean caught) {
        ProofLog.add(new RuleProof("mitigated-by-a-passing-test", seed, caught));
    }

    private static Evidence evidence(Outcome outcome) {
        TestRun run = new TestRun("io.parley.some.SomeTest$Inner#holds [1] x", List.of(), outcome, 1);
        return new Evidence(List.of(run), List.of(), new TreeSet<>(), List.of());
    }

    private static Register.Entry mitigatedBy(String test) {
        Threat threat = REGISTER.entries().get(0).threat();
        Status status = new Status.Mitigated("something", List.of(TestReference.parse(test)));
        return new Register.Entry(threat, List.of(new Assessment(List.of(threat.id()), "Somebody.", status)));
    }
}
