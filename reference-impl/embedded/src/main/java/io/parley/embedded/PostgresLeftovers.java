package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a killed PostgreSQL leaves in its way. Used by the owner of the directory, who has stopped the server that its
 * record names.
 */
final class PostgresLeftovers {

    static final String UNFINISHED = "unfinished-";

    private static final Duration ORPHANS_BOUND = Duration.ofSeconds(20);

    private final Path directory;
    private final Path data;

    PostgresLeftovers(Path directory, Path data) {
        this.directory = directory;
        this.data = data;
    }

    void clear() {
        try {
            deleteUnfinished();
            awaitOrphans();
            deleteStaleProcessFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Data directories whose making was interrupted. */
    private void deleteUnfinished() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            for (Path path : all.filter(PostgresLeftovers::isUnfinished).toList()) {
                Folders.delete(path);
            }
        }
    }

    /** The children of a killed server end by themselves, but until then a new one refuses to start. */
    private void awaitOrphans() {
        long deadline = System.nanoTime() + ORPHANS_BOUND.toNanos();
        while (System.nanoTime() < deadline && ProcessHandle.allProcesses().anyMatch(this::isOrphan)) {
            Processes.pause();
        }
    }

    /**
     * PostgreSQL takes any process with the id in this file for a server: one that uses the id again, or one that is dead
     * and not yet collected. The file may go when that process is no server on this data. A server that we did not start
     * keeps its file, and PostgreSQL will refuse.
     */
    private void deleteStaleProcessFile() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file) && serverNamedIn(file).isEmpty()) {
            Files.delete(file);
        }
    }

    private Optional<ProcessHandle> serverNamedIn(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.get(0).matches("\\d+")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0)))
                        .filter(Processes::isRunning)
                        .filter(process -> Processes.commandLine(process).contains(data.toString()));
    }

    private boolean isOrphan(ProcessHandle process) {
        return Processes.commandLine(process).startsWith("postgres: ")
                && Processes.workingDirectory(process).filter(data::equals).isPresent();
    }

    private static boolean isUnfinished(Path path) {
        return path.getFileName().toString().startsWith(UNFINISHED);
    }
}
