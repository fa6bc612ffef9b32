package io.parley.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The commit that a build is made from. What expires is judged against its day, so that an old commit builds for ever. */
public final class BuiltCommit {

    private BuiltCommit() {}

    /**
     * The day of the commit that a directory has checked out, in the time zone of its committer; empty where there is no
     * version history, as in a source archive.
     */
    public static Optional<LocalDate> day(Path directory) {
        try {
            Process git = new ProcessBuilder(
                            "git", "-C", directory.toAbsolutePath().toString(), "log", "-1", "--format=%cI")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !answer.isEmpty()
                    ? Optional.of(OffsetDateTime.parse(answer).toLocalDate())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a machine without git
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the commit", e);
        }
    }
}
