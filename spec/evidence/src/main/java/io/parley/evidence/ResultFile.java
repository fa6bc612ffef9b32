package io.parley.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A file of recorded results that programs which measure append to. Each result carries the commit, the day (UTC) and the
 * machine of this run. Not for use by several threads.
 */
public final class ResultFile {

    /** System property that names the measured commit; without it, git is asked in the working directory. */
    public static final String COMMIT_PROPERTY = "parley.commit";

    private final Path file;
    private final String source;
    private final String commit;

    private ResultFile(Path file, String source, String commit) {
        this.file = file;
        this.source = source;
        this.commit = commit;
    }

    /**
     * The file is made with the first result.
     *
     * @param source program that measures, as a reader can run it again
     * @throws IllegalStateException when nobody knows the commit
     */
    public static ResultFile at(Path file, String source) {
        return new ResultFile(file, source, commit());
    }

    static ResultFile at(Path file, String source, String commit) {
        return new ResultFile(file, source, commit);
    }

    /** Appends one line; see {@link RecordedResult} for the members. */
    public void add(String id, double value, String unit, @Nullable String note) {
        RecordedResult result = new RecordedResult(
                id, value, unit, commit, LocalDate.now(ZoneOffset.UTC), Machine.describe(), source, note);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line(result), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a result to " + file, e);
        }
    }

    private static String line(RecordedResult result) {
        JsonLine line = new JsonLine()
                .text("id", result.id())
                .decimal("value", result.value())
                .text("unit", result.unit());
        if (result.commit() != null) {
            line.text("commit", result.commit());
        }
        line.text("date", result.date().toString())
                .text("machine", result.machine())
                .text("source", result.source());
        if (result.note() != null) {
            line.text("note", result.note());
        }
        return line.end();
    }

    /**
     * The full id of the commit that is measured.
     *
     * @throws IllegalStateException when nobody knows it
     */
    public static String commit() {
        String named = System.getProperty(COMMIT_PROPERTY);
        if (named != null) {
            return named;
        }
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (git.waitFor() == 0) {
                return answer;
            }
            throw new IllegalStateException("commit unknown, expected -D" + COMMIT_PROPERTY + ": " + answer);
        } catch (IOException e) {
            throw new IllegalStateException("commit unknown, expected -D" + COMMIT_PROPERTY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the commit", e);
        }
    }
}
