package io.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the traceability, shown able to fail by the smallest input that breaks it. */
@Verifies({"DOC-1", "QG-8"})
class TraceabilityTest {

    private static final Gap GAP = new Gap("INV-1", "not built", "the log", null, null);
    private static final Gap PARTIAL = new Gap("INV-1", "one node only", "routing", true, "several nodes");

    @Test
    void isSilentWhenEachIdHasAPassingTestOrAGap() {
        Traceability traceability = traceability(List.of(GAP), List.of(passing("INV-2")), true);

        assertThat(traceability.errors()).isEmpty();
        assertThat(traceability.standing("INV-1")).isEqualTo(Standing.GAP);
        assertThat(traceability.standing("INV-2")).isEqualTo(Standing.HOLDS);
    }

    @Test
    void refusesAnIdWithoutAPassingTestThatIsNoGap() {
        Traceability traceability = traceability(List.of(GAP), List.of(), true);

        assertCaught("id without test", "an id that has neither", traceability, "INV-2 has no passing test");
        assertThat(traceability.standing("INV-2")).isEqualTo(Standing.ORPHAN);
    }

    @Test
    void reportsTheSameIdAsNotRunWhenTheTestsDidNotRun() {
        Traceability traceability = traceability(List.of(GAP), List.of(), false);

        assertThat(traceability.errors()).isEmpty();
        assertThat(traceability.standing("INV-2")).isEqualTo(Standing.NOT_RUN);
    }

    @Test
    void neverCallsAnIdHeldWhenPartOfTheTestsDidNotRun() {
        Traceability traceability = traceability(List.of(PARTIAL), List.of(passing("INV-1"), passing("INV-2")), false);

        assertThat(traceability.standing("INV-1")).isEqualTo(Standing.INCOMPLETE);
        assertThat(traceability.standing("INV-2")).isEqualTo(Standing.INCOMPLETE);
    }

    @Test
    void refusesAnUnknownIdInATestAlsoWhenTheBuildIsIncomplete() {
        assertCaught(
                "unknown id",
                "a test that names an id that is not in the catalogue",
                traceability(List.of(GAP), List.of(passing("INV-9")), false),
                "names the unknown id INV-9");
    }

    @Test
    void refusesAGapOfAnUnknownId() {
        assertCaught(
                "unknown id",
                "a gap of an id that is not in the catalogue",
                traceability(List.of(new Gap("INV-9", "not built", "later", null, null)), List.of(), false),
                "the gap register names the unknown id INV-9");
    }

    @Test
    void refusesAGapThatATestHasClosed() {
        assertCaught(
                "outdated gap",
                "a gap whose id has a passing test",
                traceability(List.of(GAP), List.of(passing("INV-1"), passing("INV-2")), true),
                "INV-1 stands in the gap register, but a test of it passes");
    }

    @Test
    void acceptsAPartialGapWithAPassingTestAndRefusesOneWithout() {
        Traceability shown = traceability(List.of(PARTIAL), List.of(passing("INV-1"), passing("INV-2")), true);
        assertThat(shown.errors()).isEmpty();
        assertThat(shown.standing("INV-1")).isEqualTo(Standing.PARTIAL);

        assertCaught(
                "outdated gap",
                "a partial gap without a passing test",
                traceability(List.of(PARTIAL), List.of(passing("INV-2")), true),
                "INV-1 is called a partial gap, but no test of it passes");
    }

    @Test
    void refusesAFailingTestEvenBesideAPassingOne() {
        TestRun failing = new TestRun("T#b", List.of("INV-2"), Outcome.FAILED, 1);

        assertCaught(
                "failing test",
                "one failing test beside a passing one",
                traceability(List.of(GAP), List.of(passing("INV-2"), failing), false),
                "a test of INV-2 fails");
    }

    @Test
    void doesNotCountASkippedTestAsPassing() {
        assertThat(traceability(List.of(GAP), List.of(run(Outcome.SKIPPED, "INV-2")), true)
                        .standing("INV-2"))
                .isEqualTo(Standing.ORPHAN);
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIPPED", "ABORTED"})
    void refusesATestThatDidNotRunToItsEndEvenBesideAPassingOne(Outcome outcome) {
        Traceability traceability = traceability(List.of(GAP), List.of(passing("INV-2"), run(outcome, "INV-2")), true);

        assertCaught(
                "test that did not run to its end",
                "a test " + outcome.word() + ", beside a passing one of the same id",
                traceability,
                "the test T#b was " + outcome.word());
        assertThat(traceability.standing("INV-2")).isEqualTo(Standing.INCOMPLETE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIPPED", "ABORTED"})
    void refusesATestThatDidNotRunToItsEndAlsoWhenItBacksNoId(Outcome outcome) {
        assertCaught(
                "test that did not run to its end",
                "a test " + outcome.word() + " that backs no id",
                traceability(List.of(GAP), List.of(passing("INV-2"), run(outcome)), true),
                "the test T#b was " + outcome.word());
    }

    @Test
    void asksForNoTestToRunWhenPartOfThemWasChosen() {
        assertThat(traceability(List.of(GAP), List.of(passing("INV-2"), run(Outcome.SKIPPED, "INV-2")), false)
                        .errors())
                .isEmpty();
    }

    @Test
    void refusesATestOfMoreThanThreeIds() {
        assertThatThrownBy(() -> new TestRun("T#a", List.of("A-1", "A-2", "A-3", "A-4"), Outcome.PASSED, 1))
                .hasMessageContaining("expected at most 3");
    }

    @Test
    void refusesAnEntryWithAnUnknownProfileSourceOrAnIdTwice() {
        Profile team = new Profile("team", "002", "a company", "some load");
        SourceDocument source = new SourceDocument("002", "a task", "task");
        CatalogueEntry entry = entry("INV-1");
        List<CatalogueEntry> twice = List.of(entry, entry);

        assertThatThrownBy(() -> new Catalogue(twice, List.of(team), List.of(source)))
                .hasMessageContaining("INV-1 stands twice");
        assertThatThrownBy(() -> new Catalogue(List.of(entry), List.of(), List.of(source)))
                .hasMessageContaining("INV-1 names the unknown profile team");
        assertThatThrownBy(() -> new Catalogue(List.of(entry), List.of(team), List.of()))
                .hasMessageContaining("INV-1 names the unknown source 002");
    }

    private static void assertCaught(String rule, String seed, Traceability traceability, String message) {
        List<String> errors = traceability.errors();
        ProofLog.add(
                new RuleProof(rule, seed, errors.size() == 1 && errors.get(0).contains(message)));
        assertThat(errors).singleElement().asString().contains(message);
    }

    private static Traceability traceability(List<Gap> gaps, List<TestRun> runs, boolean complete) {
        Catalogue catalogue = new Catalogue(
                List.of(entry("INV-1"), entry("INV-2")),
                List.of(new Profile("team", "002", "a company", "some load")),
                List.of(new SourceDocument("002", "a task", "task")));
        return new Traceability(catalogue, gaps, new Evidence(runs, List.of(), new TreeSet<>(), List.of()), complete);
    }

    private static TestRun run(Outcome outcome, String... ids) {
        return new TestRun("T#b", List.of(ids), outcome, 0);
    }

    private static TestRun passing(String id) {
        return new TestRun("T#a", List.of(id), Outcome.PASSED, 1);
    }

    private static CatalogueEntry entry(String id) {
        @Nullable String none = null;
        return new CatalogueEntry(
                id, "text", none, List.of("002"), none, List.of("team"), List.of(), List.of(), none, null, none);
    }
}
