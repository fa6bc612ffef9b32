package io.parley.acceptance.crash;

import io.parley.evidence.ResultFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rounds that were played, one line each, in a file if there is one: many rounds go on where they were broken off. All of
 * them are of one commit, as they are recorded under it. Thread-safe.
 */
final class CrashJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<Path> file;
    private final String commit;
    private final List<Line> lines = new ArrayList<>();

    /**
     * What a round came to.
     *
     * @param commit that was played; nobody asks where nothing is written
     * @param sent messages, of which so many were acknowledged
     * @param meanwhile acknowledged between the fault and its end
     * @param inDoubt sent before the fault, and unanswered when it struck
     * @param undecided answers that an outcome is unknown
     * @param refusals of who is no member, in the way that was refused least
     */
    record Line(
            @Nullable String commit,
            long seed,
            Fault fault,
            int sent,
            int acknowledged,
            int meanwhile,
            int inDoubt,
            int undecided,
            int refusals,
            int violations,
            long millis) {

        static Line of(String commit, long seed, Fault fault, CrashReport report, long millis) {
            return new Line(
                    commit,
                    seed,
                    fault,
                    report.sent(),
                    report.acknowledged(),
                    report.meanwhile(),
                    report.inDoubt(),
                    report.undecided(),
                    report.leastRefusals(),
                    report.violations().size(),
                    millis);
        }
    }

    private CrashJournal(Optional<Path> file, String commit) {
        this.file = file;
        this.commit = commit;
    }

    /** Forgets the rounds with this JVM. */
    static CrashJournal inMemory() {
        return new CrashJournal(Optional.empty(), "");
    }

    /** @throws IllegalStateException when rounds stand in the file that were played with another commit, or with none named */
    static CrashJournal in(Path file) {
        return in(file, ResultFile.commit());
    }

    static CrashJournal in(Path file, String commit) {
        CrashJournal journal = new CrashJournal(Optional.of(file), commit);
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file).forEach(line -> journal.lines.add(JSON.readValue(line, Line.class)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        journal.lines.stream()
                .filter(line -> !commit.equals(line.commit()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalStateException(
                            "journal=" + file + " has seed " + other.seed() + " played with commit="
                                    + other.commit() + ", expected " + commit
                                    + ": begin another journal, or name the commit that"
                                    + " is played with -D" + ResultFile.COMMIT_PROPERTY);
                });
        return journal;
    }

    /** What the rounds are written down under. */
    String commit() {
        return commit;
    }

    synchronized boolean has(long seed) {
        return lines.stream().anyMatch(line -> line.seed() == seed);
    }

    synchronized void add(Line line) {
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

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }
}
