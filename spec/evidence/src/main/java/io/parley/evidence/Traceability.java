package io.parley.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds catalogue, gap register and evidence against each other.
 *
 * <p>An id that a test or a gap names and the catalogue lacks is an error always. That each id has a passing test or a
 * gap, that no gap is outdated, and that no test was skipped or aborted, can be judged only when the whole build ran its
 * tests: {@code complete}. Tests of a profile that was not asked for are not planned, and leave no run to judge.
 */
public final class Traceability {

    private final Catalogue catalogue;
    private final Map<String, Gap> gaps = new LinkedHashMap<>();
    private final Evidence evidence;
    private final boolean complete;
    private final List<String> gapErrors = new ArrayList<>();

    public Traceability(Catalogue catalogue, List<Gap> gaps, Evidence evidence, boolean complete) {
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.complete = complete;
        for (Gap gap : gaps) {
            if (catalogue.entry(gap.id()).isEmpty()) {
                gapErrors.add("the gap register names the unknown id " + gap.id());
            }
            if (this.gaps.put(gap.id(), gap) != null) {
                gapErrors.add("the gap register names " + gap.id() + " twice");
            }
        }
    }

    public List<Gap> gaps() {
        return List.copyOf(gaps.values());
    }

    public Optional<Gap> gap(String id) {
        return Optional.ofNullable(gaps.get(id));
    }

    public Standing standing(String id) {
        List<TestRun> runs = evidence.of(id);
        Gap gap = gaps.get(id);
        if (runs.stream().anyMatch(run -> run.result() == Outcome.FAILED)) {
            return Standing.FAILING;
        }
        boolean shown = runs.stream().anyMatch(TestRun::passed);
        if (gap != null && !gap.inPart()) {
            return Standing.GAP;
        }
        if (shown && !(complete && runs.stream().allMatch(TestRun::passed))) {
            return Standing.INCOMPLETE;
        }
        if (shown) {
            return gap == null ? Standing.HOLDS : Standing.PARTIAL;
        }
        return complete ? Standing.ORPHAN : Standing.NOT_RUN;
    }

    /** What fails the build, one sentence each; empty when everything fits. */
    public List<String> errors() {
        List<String> errors = new ArrayList<>(evidence.errors());
        errors.addAll(gapErrors);
        for (TestRun run : evidence.runs()) {
            for (String id : run.ids()) {
                if (catalogue.entry(id).isEmpty()) {
                    errors.add("the test " + run.test() + " names the unknown id " + id);
                }
            }
            if (complete && !run.ended()) {
                errors.add("the test " + run.test() + " was " + run.result().word());
            }
        }
        for (CatalogueEntry entry : catalogue.entries()) {
            String id = entry.id();
            Gap gap = gaps.get(id);
            boolean shown = evidence.of(id).stream().anyMatch(TestRun::passed);
            if (shown && gap != null && !gap.inPart()) {
                errors.add(id + " stands in the gap register, but a test of it passes");
            }
            switch (standing(id)) {
                case FAILING -> errors.add("a test of " + id + " fails");
                case ORPHAN ->
                    errors.add(
                            gap == null
                                    ? id + " has no passing test and does not stand in the gap register"
                                    : id + " is called a partial gap, but no test of it passes");
                case HOLDS, PARTIAL, INCOMPLETE, GAP, NOT_RUN -> {}
            }
        }
        return errors;
    }
}
