package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path directory = Path.of("unset");

    @Test
    void countsAnAgeInCommitsAndDaysBetweenTwoCommits() throws Exception {
        git("init", "-q");
        String first = commit("2026-01-01T10:00:00Z");
        commit("2026-01-02T10:00:00Z");
        String head = commit("2026-01-04T11:00:00Z");

        History history = History.of(directory);

        assertThat(history.commit()).isEqualTo(head.substring(0, 12));
        assertThat(history.age(first)).isEqualTo("2 commits and 3 days ago");
        assertThat(history.age(head)).isEqualTo("this commit");
        assertThat(history.age("0".repeat(40))).isEqualTo("of a commit that this history does not hold");
    }

    @Test
    void knowsNoAgeWithoutAHistory() {
        History history = History.of(directory);

        assertThat(history.commit()).isEmpty();
        assertThat(history.age("0".repeat(40))).startsWith("age unknown");
    }

    private String commit(String at) throws Exception {
        Files.writeString(directory.resolve("file"), at);
        git("add", ".");
        List<String> command = List.of("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", at);
        gitAt(at, command.toArray(String[]::new));
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... arguments) throws Exception {
        return gitAt("2026-01-01T00:00:00Z", arguments);
    }

    private String gitAt(String at, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GIT_AUTHOR_DATE", at);
        builder.environment().put("GIT_COMMITTER_DATE", at);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
