package io.parley.site.data;

import io.parley.capacity.scenario.ScenarioException;
import io.parley.capacity.scenario.Scenarios;
import io.parley.evidence.Catalogue;
import io.parley.evidence.DataException;
import io.parley.evidence.DataFiles;
import io.parley.evidence.Gap;
import io.parley.evidence.RecordedResult;
import io.parley.model.Model;
import io.parley.model.ModelReader;
import io.parley.threats.ThreatModel;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that the site is made from, but for the pages' own text and the evidence of a build.
 *
 * @param gaps the gap register
 * @param results recorded measurements, by id
 * @param scenarios the profiles of the capacity model
 * @param registers what stands behind single sections
 * @param threats the register of threats
 */
public record Project(
        Path root,
        Catalogue catalogue,
        List<Gap> gaps,
        Model model,
        List<PlannedElement> planned,
        List<Decision> decisions,
        List<Limit> limits,
        List<Problem> problems,
        List<RecordedResult> results,
        List<Quotation> quotations,
        Modules modules,
        Registers registers,
        History history,
        Scenarios scenarios,
        ThreatModel threats) {

    /**
     * Reads the project.
     *
     * @throws DataException when a data file cannot be read
     */
    public static Project read(Path root, Findings findings) {
        Path spec = root.resolve("spec");
        ThreatModel threats = ThreatModel.read(root);
        threats.violations().forEach(violation -> findings.add("threats", violation.toString()));
        return new Project(
                root,
                Catalogue.read(spec),
                DataFiles.yamlList(spec.resolve("gaps.yaml"), Gap.class),
                ModelReader.read(root.resolve("diagrams/workspace.dsl")),
                DataFiles.yamlList(root.resolve("diagrams/planned.yaml"), PlannedElement.class),
                new DecisionReader(findings).read(root.resolve("adr")),
                DataFiles.yamlList(spec.resolve("data/limits.yaml"), Limit.class),
                DataFiles.yamlList(spec.resolve("data/problems.yaml"), Problem.class),
                RecordedResult.allIn(spec.resolve("results")),
                DataFiles.yamlList(spec.resolve("quotations.yaml"), Quotation.class),
                Modules.read(root),
                Registers.read(root, findings),
                History.of(root),
                scenarios(root),
                threats);
    }

    /** What is wrong with a scenario fails the build like any other data file. */
    private static Scenarios scenarios(Path root) {
        try {
            return Scenarios.read(root);
        } catch (ScenarioException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The same project with other registers; for tests of their rules. */
    Project with(Registers others) {
        return new Project(
                root,
                catalogue,
                gaps,
                model,
                planned,
                decisions,
                limits,
                problems,
                results,
                quotations,
                modules,
                others,
                history,
                scenarios,
                threats);
    }
}
