package io.parley.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The rounds that were played, one line each, in a file if there is one: many rounds go on where they were broken off. */
final class CrashJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<Path> file;
    private final List<Line> lines = new ArrayList<>();

    /**
     * What a round came to.
     *
     * @param sent messages, of which so many were acknowledged
     * @param meanwhile acknowledged between the fault and its end
     * @param inDoubt sent before the fault, and unanswered when it struck
     * @param undecided answers that an outcome is unknown
     */
    record Line(
            long seed,
            Fault fault,
            int sent,
            int acknowledged,
            int meanwhile,
            int inDoubt,
            int undecided,
            int violations,
            long millis) {

        static Line of(long seed, Fault fault, CrashReport report, long millis) {
            return new Line(
                    seed,
                    fault,
                    report.sent(),
                    report.acknowledged(),
                    report.meanwhile(),
                    report.inDoubt(),
                    report.undecided(),
                    report.violations().size(),
                    millis);
        }
    }

    CrashJournal(Optional<Path> file) {
        this.file = file;
        if (file.isPresent() && Files.exists(file.get())) {
            try {
                Files.readAllLines(file.get()).forEach(line -> lines.add(JSON.readValue(line, Line.class)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean has(long seed) {
        return lines.stream().anyMatch(line -> line.seed() == seed);
    }

    void add(Line line) {
        lines.add(line);
        if (file.isPresent()) {
            try {
                Files.createDirectories(file.get().toAbsolutePath().getParent());
                Files.writeString(
                        file.get(),
                        JSON.writeValueAsString(line) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
