package io.parley.conformance;

import io.parley.evidence.BuiltCommit;
import io.parley.model.conformance.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Where the model, the code and the registers of this build lie. Tests run in the module's folder. */
final class Project {

    static final Path CLASSES = Path.of("target/classes");
    static final Path SCRIPTS = Path.of("src/main/resources");
    private static final Path DIAGRAMS = Path.of("../../diagrams");

    private Project() {}

    static Path deviations() {
        return DIAGRAMS.resolve("deviations.yaml");
    }

    static String modelText() {
        try {
            return Files.readString(DIAGRAMS.resolve("workspace.dsl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Code code() {
        return Code.read(List.of(CLASSES), List.of(SCRIPTS));
    }

    /** The day of the commit that is built; without a history nothing expires. */
    static LocalDate commitDay() {
        return BuiltCommit.day(Path.of("")).orElse(LocalDate.EPOCH);
    }
}
