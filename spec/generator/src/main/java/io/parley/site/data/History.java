package io.parley.site.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The version history, as far as the build's directory has one. An age is counted in commits and days between two commits
 * and never against the clock, so that the same commit makes the same site.
 */
public final class History {

    private final Path project;
    private final @Nullable String head;
    private final Map<String, String> ages = new ConcurrentHashMap<>();

    private History(Path project, @Nullable String head) {
        this.project = project;
        this.head = head;
    }

    /** Reads the commit of the directory; a directory without history has none. */
    public static History of(Path project) {
        return new History(project, git(project, "rev-parse", "HEAD"));
    }

    /** The built commit, shortened; empty without a history. */
    public String commit() {
        return head == null ? "" : head.substring(0, 12);
    }

    /** Whether a commit is the built one. */
    public boolean isHead(String commit) {
        return commit.equals(head);
    }

    /** How far a commit lies behind the built one, such as {@code 3 commits and 2 days ago}. */
    public String age(String commit) {
        return ages.computeIfAbsent(commit, this::computeAge);
    }

    private String computeAge(String commit) {
        if (head == null) {
            return "age unknown, no version history here";
        }
        if (commit.equals(head)) {
            return "this commit";
        }
        String count = git(project, "rev-list", "--count", commit + ".." + head);
        String then = git(project, "show", "-s", "--format=%cI", commit);
        String now = git(project, "show", "-s", "--format=%cI", head);
        if (count == null || then == null || now == null) {
            return "of a commit that this history does not hold";
        }
        long days = ChronoUnit.DAYS.between(instant(then), instant(now));
        return plural(Long.parseLong(count), "commit") + " and " + plural(days, "day") + " ago";
    }

    private static Instant instant(String iso) {
        return java.time.OffsetDateTime.parse(iso).toInstant();
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static @Nullable String git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? output : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
