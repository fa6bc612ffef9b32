package io.parley.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of this process in the module's evidence directory; lines are appended one by one. Thread-safe. */
final class EvidenceFile {

    /** System property that names another directory than {@code target/evidence}. */
    static final String DIRECTORY_PROPERTY = "parley.evidence.directory";

    private final Path file;

    private EvidenceFile(Path file) {
        this.file = file;
    }

    /** A file below the module under test: surefire's {@code basedir}, else the working directory. */
    static EvidenceFile inModule(String kind) {
        String named = System.getProperty(DIRECTORY_PROPERTY);
        return in(
                named != null
                        ? Path.of(named)
                        : Path.of(System.getProperty("basedir", ""))
                                .resolve("target")
                                .resolve("evidence"),
                kind);
    }

    static EvidenceFile in(Path directory, String kind) {
        String name = kind + "-" + ProcessHandle.current().pid() + "-" + System.currentTimeMillis() + ".jsonl";
        return new EvidenceFile(directory.resolve(name).toAbsolutePath());
    }

    synchronized void append(String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write evidence to " + file, e);
        }
    }
}
