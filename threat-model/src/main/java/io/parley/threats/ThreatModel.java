package io.parley.threats;

import io.parley.evidence.CatalogueEntry;
import io.parley.model.conformance.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The register of threats, and what is wrong with it.
 *
 * @param violations in a stable order; a build with any fails
 */
public record ThreatModel(Register register, List<Violation> violations) {

    public ThreatModel {
        violations = List.copyOf(violations);
    }

    /**
     * Reads the model, the definitions and the assessments of a project.
     *
     * @throws io.parley.evidence.DataException when a data file cannot be read
     */
    public static ThreatModel read(Path project) {
        return of(Inputs.read(project));
    }

    static ThreatModel of(Inputs inputs) {
        TrustReader reader = new TrustReader(inputs.model(), inputs.zones(), inputs.classes());
        TrustModel trust = reader.read();
        List<Violation> violations = new ArrayList<>(reader.violations());
        List<Register.Entry> entries = new ArrayList<>();
        for (Threat threat : trust.threats()) {
            List<Assessment> covering = inputs.assessments().stream()
                    .filter(assessment -> assessment.covers(threat))
                    .toList();
            if (covering.isEmpty()) {
                add(violations, "threat-unassessed", threat, "has no assessment");
            } else {
                entries.add(new Register.Entry(threat, covering));
            }
            if (covering.stream().map(Assessment::scenario).distinct().count() < covering.size()) {
                add(violations, "threat-assessed-twice", threat, "has the same scenario twice");
            }
        }
        inputs.assessments().forEach(each -> check(each, trust.threats(), inputs, violations));
        return new ThreatModel(
                new Register(trust, entries),
                violations.stream().distinct().sorted().toList());
    }

    private static void add(List<Violation> violations, String rule, Threat threat, String detail) {
        violations.add(new Violation(rule, threat.place().elements(), threat.id() + " " + detail));
    }

    private static void check(Assessment each, List<Threat> threats, Inputs inputs, List<Violation> violations) {
        String what = "the assessment of " + String.join(", ", each.threats());
        for (String pattern : each.threats()) {
            if (threats.stream().noneMatch(threat -> Assessment.matches(pattern, threat.id()))) {
                violations.add(new Violation("assessment-of-nothing", List.of(), "no threat is called " + pattern));
            }
        }
        if (each.status() instanceof Status.Open open) {
            for (String id : open.closedBy()) {
                if (inputs.gaps().stream().noneMatch(gap -> gap.id().equals(id))) {
                    violations.add(new Violation(
                            "open-until-a-gap-closes",
                            List.of(),
                            what + " waits for " + id + ", which is no known gap: assess it again"));
                }
            }
        } else if (each.status() instanceof Status.Mitigated mitigated) {
            List<String> ids = inputs.catalogue().entries().stream()
                    .map(CatalogueEntry::id)
                    .collect(Collectors.toList());
            mitigated.tests().stream()
                    .filter(test -> test.isId()
                            ? !ids.contains(test.text())
                            : !inputs.tests().has(test))
                    .forEach(test -> violations.add(new Violation(
                            "mitigated-by-a-test",
                            List.of(),
                            what + " names the test " + test.text() + ", which does not exist")));
        } else if (each.status() instanceof Status.Accepted accepted) {
            inputs.day()
                    .filter(day -> !accepted.expires().isAfter(day))
                    .ifPresent(day -> violations.add(new Violation(
                            "accepted-for-a-time",
                            List.of(),
                            what + " expired on " + accepted.expires() + ", owner " + accepted.owner())));
        }
    }
}
