package io.parley.threats;

import io.parley.evidence.BuiltCommit;
import io.parley.evidence.Catalogue;
import io.parley.evidence.DataException;
import io.parley.evidence.DataFiles;
import io.parley.evidence.Gap;
import io.parley.model.Model;
import io.parley.model.ModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the register is made from.
 *
 * @param day of the built commit, against which expiry counts; empty without a history, and then nothing expires
 */
record Inputs(
        Model model,
        List<Zone> zones,
        List<DataClass> classes,
        List<Assessment> assessments,
        Catalogue catalogue,
        List<Gap> gaps,
        TestSources tests,
        Optional<LocalDate> day) {

    /** @throws DataException when a data file cannot be read */
    static Inputs read(Path project) {
        Path own = project.resolve("threat-model");
        return new Inputs(
                ModelReader.read(project.resolve("diagrams/workspace.dsl")),
                DataFiles.yamlList(own.resolve("zones.yaml"), Zone.class),
                DataFiles.yamlList(own.resolve("data-classes.yaml"), DataClass.class),
                assessments(own.resolve("assessments")),
                Catalogue.read(project.resolve("spec")),
                DataFiles.yamlList(project.resolve("spec/gaps.yaml"), Gap.class),
                TestSources.read(project),
                BuiltCommit.day(project));
    }

    /** All files of a folder, by name. */
    static List<Assessment> assessments(Path folder) {
        List<Assessment> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                for (AssessmentEntry entry : DataFiles.yamlList(file, AssessmentEntry.class)) {
                    try {
                        all.add(entry.assessment());
                    } catch (IllegalArgumentException e) {
                        throw new DataException(file + ": " + e.getMessage(), e);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    Inputs withModel(Model changed) {
        return new Inputs(changed, zones, classes, assessments, catalogue, gaps, tests, day);
    }

    Inputs withZones(List<Zone> changed) {
        return new Inputs(model, changed, classes, assessments, catalogue, gaps, tests, day);
    }

    Inputs withClasses(List<DataClass> changed) {
        return new Inputs(model, zones, changed, assessments, catalogue, gaps, tests, day);
    }

    Inputs withAssessments(List<Assessment> changed) {
        return new Inputs(model, zones, classes, changed, catalogue, gaps, tests, day);
    }

    Inputs withGaps(List<Gap> changed) {
        return new Inputs(model, zones, classes, assessments, catalogue, changed, tests, day);
    }

    Inputs on(LocalDate changed) {
        return new Inputs(model, zones, classes, assessments, catalogue, gaps, tests, Optional.of(changed));
    }
}
