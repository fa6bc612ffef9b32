package io.parley.conformance;

import io.parley.model.conformance.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /** The day of the commit that is built, so that an old commit builds for ever; today where there is no repository. */
    static LocalDate commitDay() {
        try {
            Process git = new ProcessBuilder("git", "log", "-1", "--format=%cI")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !answer.isEmpty()
                    ? OffsetDateTime.parse(answer).toLocalDate()
                    : LocalDate.now(ZoneOffset.UTC);
        } catch (IOException e) {
            return LocalDate.now(ZoneOffset.UTC); // a source archive on a machine without git
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
