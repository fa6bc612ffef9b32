package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a directory remembers of the process that was started on it. Written before the start with the mark alone, and
 * again after it with process id and start time, so that no moment of a kill leaves a process that no record knows.
 *
 * @param mark a random word that stands on the process's command line
 * @param pid its id, 0 while it is not known
 * @param started when it started; the epoch while it is not known
 */
record ProcessRecord(String mark, long pid, Instant started) {

    /** The kernel counts start times from boot; the wall clock of the boot is only known to about a second. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private static final Pattern FORM = Pattern.compile("(\\S+) (\\d+) (\\S+)\\s*");

    static ProcessRecord intended(String mark) {
        return new ProcessRecord(mark, 0, Instant.EPOCH);
    }

    static ProcessRecord of(String mark, ProcessHandle process) {
        return new ProcessRecord(
                mark, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static Optional<ProcessRecord> readFrom(Path directory) {
        Path file = fileIn(directory);
        try {
            Matcher words = FORM.matcher(Files.exists(file) ? Files.readString(file) : "");
            return words.matches()
                    ? Optional.of(new ProcessRecord(
                            words.group(1), Long.parseLong(words.group(2)), Instant.parse(words.group(3))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeTo(Path directory) {
        try {
            Path unfinished = directory.resolve("process.new");
            Files.writeString(unfinished, mark + " " + pid + " " + started + "\n");
            Files.move(unfinished, fileIn(directory), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process, when it is still alive. */
    Optional<ProcessHandle> survivor() {
        Stream<ProcessHandle> candidates = pid == 0 ? ProcessHandle.allProcesses() : ProcessHandle.of(pid).stream();
        return candidates.filter(this::describes).findFirst();
    }

    private boolean describes(ProcessHandle process) {
        return Processes.commandLine(process).contains(mark)
                && (pid == 0 || startedThen(process))
                && Processes.isRunning(process);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(now -> Duration.between(started, now).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .isPresent();
    }

    private static Path fileIn(Path directory) {
        return directory.resolve("process");
    }
}
