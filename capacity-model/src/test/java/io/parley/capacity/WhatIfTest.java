package io.parley.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capacity.model.Answer;
import io.parley.evidence.Verifies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Verifies({"QG-6", "DOC-7"})
class WhatIfTest {

    private record Result(int status, String out, String err) {}

    @Test
    void putsAllProfilesSideBySide() {
        Result result = ask();

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().findFirst().orElseThrow())
                .containsSubsequence("meeting", "community", "team", "timeline", "planet");
        for (Answer answer : Answer.values()) {
            assertThat(result.out()).contains(Profiles.ALL.text(answer).label());
        }
    }

    @Test
    void showsWhatAChangeDoesAndWhatDecides() {
        Result result = ask("--profile", "community", "--set", "users=500000");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("with users 500 000 users instead of 50 000 users")
                .containsPattern("Application nodes +14 nodes +was 3 nodes +decided by connections");
    }

    @Test
    void saysWhereEachInputComesFrom() {
        assertThat(ask("--profile", "team", "--inputs").out())
                .containsPattern("users +1000 users +whole number, 1 … 1000000 users +asked: source 002")
                .containsPattern("lwt-cpu-ms +0.45 ms .*measured: result spike.cassandra.lwt.cpu")
                .containsPattern("bucket-entries .*decided: limit log.bucket-entries")
                .containsPattern("ring-factor .*assumed: not measured");
    }

    @Test
    void printsAllDigitsForPrograms() {
        JsonNode planet = JsonMapper.shared()
                .readTree(ask("--profile", "planet", "--json").out())
                .get(0);

        assertThat(planet.get("profile").asString()).isEqualTo("planet");
        assertThat(planet.get("answers")).hasSize(Answer.values().length);
        JsonNode first = planet.get("answers").get(0);
        assertThat(first.get("id").asString()).isEqualTo("users-online");
        assertThat(first.get("value").asDouble()).isEqualTo(4e8);
        assertThat(first.get("formula").asString()).isEqualTo("users × online share");
    }

    @Test
    void readsAScenarioFromAFileAndLetsAnOptionComeOnTop(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "profile: team\ninputs: { users: 2000, text-bytes: { value: 300 } }\n");

        Result result = ask("--scenario", file.toString(), "--set", "text-bytes=400");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("users 2000 users").contains("text-bytes 400 bytes");
    }

    @Test
    void refusesAWrongScenarioWithFileKeyAndRange(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "profile: team\ninputs: { users: 0, text-byte: 3, peak-factor: high, regions: 2.5 }\n");

        Result result = ask("--scenario", file.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("mine.yaml: users=0 users, expected whole number, 1 … 1000000 users")
                .contains("mine.yaml: text-byte is no input, expected one of ")
                .contains("mine.yaml: peak-factor=\"high\", expected a number with the unit ×")
                .contains("mine.yaml: regions=2.5 regions, expected whole number, 1 … 64 regions");
    }

    @Test
    void refusesWrongOptionsAllAtOnce() {
        Result result = ask("--profile", "team", "--set", "users=many", "--set", "nothing=1", "--fast", "--set", "x");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(4);
        assertThat(ask("--profile", "village").err()).contains("profile=village, expected one of meeting, community");
        assertThat(ask("--set", "users=5").err()).contains("expected together with --profile");
        assertThat(ask("--profile", "team", "--set", "direct-share=0.99").err()).contains("inconsistent");
        assertThat(ask("--profile").status()).isEqualTo(2);
        assertThat(ask("--scenario", "no-such.yaml").err()).contains("no-such.yaml: cannot be read");
    }

    @Test
    void explainsItself() {
        assertThat(ask("--help").out()).isEqualTo(WhatIf.USAGE);
    }

    private static Result ask(String... options) {
        List<String> all = new ArrayList<>(List.of("--project", Profiles.PROJECT.toString()));
        all.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = WhatIf.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(status, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8).replace('\u202f', ' ');
    }
}
