package io.parley.threats;

import io.parley.evidence.Evidence;
import io.parley.evidence.TestRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every threat with what people say about it.
 *
 * @param trust what the threats follow from
 * @param entries in the order of places and categories
 */
public record Register(TrustModel trust, List<Entry> entries) {

    /**
     * A threat and the scenarios that people see in it; it stands where the worst of them stands.
     *
     * @param assessments at least one, the worst first
     */
    public record Entry(Threat threat, List<Assessment> assessments) {

        public Entry {
            assessments = assessments.stream()
                    .sorted(Comparator.comparing(each -> each.status().standing()))
                    .toList();
        }

        /** Where the worst scenario stands. */
        public Standing standing() {
            return assessments.get(0).status().standing();
        }
    }

    public Register {
        entries = List.copyOf(entries);
    }

    /** The threat with this id. */
    public Optional<Entry> find(String id) {
        return entries.stream().filter(e -> e.threat().id().equals(id)).findFirst();
    }

    /** The threats to a place. */
    public List<Entry> of(Place place) {
        return entries.stream().filter(e -> e.threat().place().equals(place)).toList();
    }

    /**
     * Threats called mitigated that the tests of a build do not bear out, one sentence each.
     *
     * @param complete whether the build ran all tests, so that a proof that did not run is missing
     */
    public List<String> unproven(Evidence evidence, boolean complete) {
        List<String> found = new ArrayList<>();
        for (Entry entry : entries) {
            for (TestReference test :
                    entry.assessments().stream().flatMap(Register::tests).toList()) {
                List<TestRun> runs = test.runs(evidence);
                boolean failed = runs.stream().anyMatch(run -> !run.passed());
                if (failed || (complete && runs.isEmpty())) {
                    found.add(entry.threat().id() + " is called mitigated, but " + test.text()
                            + (failed ? " did not pass" : " was not run"));
                }
            }
        }
        return found;
    }

    private static Stream<TestReference> tests(Assessment assessment) {
        return assessment.status() instanceof Status.Mitigated mitigated ? mitigated.tests().stream() : Stream.of();
    }
}
