package io.parley.threats;

import io.parley.model.conformance.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Command line: writes the register as JSON, and fails when something is wrong with it. */
public final class WriteRegister {

    private WriteRegister() {}

    /**
     * Writes.
     *
     * @param arguments the project's root, then the file
     * @throws IllegalStateException with every violation, one a line
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: WriteRegister <project> <file>");
        }
        ThreatModel model = ThreatModel.read(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, RegisterJson.of(model.register()));
        if (!model.violations().isEmpty()) {
            throw new IllegalStateException(model.violations().stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining("\n", "The threat register does not hold:\n", "")));
        }
    }
}
