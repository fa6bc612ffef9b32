package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Catalogue;
import io.parley.evidence.CatalogueEntry;
import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule between the data files: one edit to a copy of the real project. */
@Verifies({"DOC-1", "QG-8"})
class ReferencesTest {

    private final Project real = Seeds.realProject();

    @Test
    void findsNothingInTheProjectAsItIs() {
        assertThat(check(real).all()).isEmpty();
    }

    @Test
    void refusesAnElementThatNeitherModelNorRegisterHolds() {
        Project edited = withEntry(edit("MSG-20", List.of("parley.server.nothing"), List.of("0005")));

        Seeds.assertCaught(
                "entries name elements that exist", "an unknown element", check(edited), "parley.server.nothing");
    }

    @Test
    void refusesADecisionThatDoesNotExist() {
        Project edited = withEntry(edit("MSG-20", List.of("parley.web"), List.of("0005", "9999")));

        Seeds.assertCaught("entries name decisions that exist", "an unknown decision", check(edited), "decision 9999");
    }

    @Test
    void refusesADecisionThatNamesAnEntryWhichDoesNotNameItBack() {
        Project edited = withEntry(edit("MSG-20", List.of("parley.web"), List.of()));

        Seeds.assertCaught(
                "entries and decisions name each other", "an entry that forgets a decision", check(edited), "adr 0005");
    }

    @Test
    void refusesAnEntryThatNamesADecisionWhichDoesNotNameItBack() {
        Project edited = withEntry(edit("MSG-20", List.of("parley.web"), List.of("0004", "0005")));

        Seeds.assertCaught(
                "entries and decisions name each other", "a decision that forgets an entry", check(edited), "adr 0004");
    }

    @Test
    void refusesAPlannedElementThatTheModelHolds() {
        Project edited = withPlanned(new PlannedElement("parley.server.log", "component", "Log", "again", List.of()));

        Seeds.assertCaught(
                "planned elements are not in the model",
                "a planned element that exists",
                check(edited),
                "parley.server.log");
    }

    @Test
    void refusesAPlannedElementWhoseRequirementDoesNotNameItBack() {
        Project edited =
                withPlanned(new PlannedElement("parley.server.new", "component", "New", "new", List.of("MSG-20")));

        Seeds.assertCaught(
                "entries and planned elements name each other",
                "an entry that forgets a planned element",
                check(edited),
                "names MSG-20");
    }

    @Test
    void refusesALimitOfAnUnknownRequirement() {
        Limit limit = new Limit("new.limit", 1, "entries", "MSG-99", "nothing");

        Seeds.assertCaught(
                "limits name requirements that exist", "an unknown requirement", check(withLimit(limit)), "MSG-99");
    }

    @Test
    void findsAnElementByTheLastPartOfItsIdUnlessTwoEndSo() {
        References references = new References(real);

        assertThat(references.element("log")).get().extracting("id").isEqualTo("parley.server.log");
        assertThat(references.element("parley.web")).isPresent();
        assertThat(references.element("nothing")).isEmpty();
    }

    private static Findings check(Project project) {
        Findings findings = new Findings();
        new References(project).check(findings);
        return findings;
    }

    private CatalogueEntry edit(String id, List<String> elements, List<String> decisions) {
        CatalogueEntry entry = real.catalogue().entry(id).orElseThrow();
        return new CatalogueEntry(
                id,
                entry.text(),
                entry.title(),
                entry.sources(),
                entry.origin(),
                entry.profiles(),
                elements,
                decisions,
                entry.characteristic(),
                entry.scenario(),
                entry.check());
    }

    private Project withEntry(CatalogueEntry edited) {
        List<CatalogueEntry> entries = real.catalogue().entries().stream()
                .map(entry -> entry.id().equals(edited.id()) ? edited : entry)
                .toList();
        Catalogue catalogue = new Catalogue(
                entries, real.catalogue().profiles(), real.catalogue().sources());
        return copy(catalogue, real.planned(), real.limits());
    }

    private Project withPlanned(PlannedElement added) {
        List<PlannedElement> planned = new ArrayList<>(real.planned());
        planned.add(added);
        return copy(real.catalogue(), planned, real.limits());
    }

    private Project withLimit(Limit added) {
        List<Limit> limits = new ArrayList<>(real.limits());
        limits.add(added);
        return copy(real.catalogue(), real.planned(), limits);
    }

    private Project copy(Catalogue catalogue, List<PlannedElement> planned, List<Limit> limits) {
        return new Project(
                real.root(),
                catalogue,
                real.gaps(),
                real.model(),
                planned,
                real.decisions(),
                limits,
                real.problems(),
                real.results(),
                real.quotations(),
                real.modules(),
                real.registers(),
                real.history(),
                real.scenarios(),
                real.threats());
    }
}
