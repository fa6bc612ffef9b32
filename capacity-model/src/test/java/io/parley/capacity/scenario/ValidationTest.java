package io.parley.capacity.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parley.capacity.Profiles;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One edit to a copy of the project's scenarios; the message names file, key, value and what is valid. */
@Verifies({"QG-6", "QG-8"})
class ValidationTest {

    private static final String RULE = "scenarios are complete, in range, and say where each value comes from";

    @TempDir
    Path folder;

    private record Edit(String seed, String file, String from, String to, String message) {
        @Override
        public String toString() {
            return seed;
        }
    }

    static Stream<Edit> edits() {
        return Stream.of(
                edit(
                        "a missing key",
                        "(?m)^  text-bytes:.*\n",
                        "",
                        "meeting.yaml: text-bytes is missing, expected value, unit bytes"),
                edit(
                        "an unknown key",
                        "text-bytes:",
                        "text-byte:",
                        "meeting.yaml: text-byte is no input, expected one of append-p99-ms"),
                edit(
                        "a value of another type",
                        "value: 120,",
                        "value: lots,",
                        "meeting.yaml: text-bytes.value=\"lots\", expected a number"),
                edit(
                        "a value out of its range",
                        "value: 120,",
                        "value: 16385,",
                        "meeting.yaml: text-bytes=16385 bytes, expected 1 … 16384 bytes"),
                edit(
                        "half a user",
                        "value: 100, unit: users",
                        "value: 100.5, unit: users",
                        "meeting.yaml: large-members=100.5 users, expected whole number, 2 … 300 users"),
                edit(
                        "another unit",
                        "value: 120, unit: bytes",
                        "value: 120, unit: kB",
                        "meeting.yaml: text-bytes.unit=kB, expected bytes"),
                edit(
                        "a missing range",
                        "value: 120, unit: bytes, min: 1,",
                        "value: 120, unit: bytes,",
                        "meeting.yaml: text-bytes.min is missing, expected a number"),
                edit(
                        "an unknown member",
                        "value: 120,",
                        "value: 120, colour: red,",
                        "meeting.yaml: text-bytes.colour is unknown, expected one of assume"),
                edit(
                        "a value that nobody explains",
                        ", assume: \"two short sentences\"",
                        "",
                        "meeting.yaml: text-bytes has 0 origins"),
                edit(
                        "an empty reason",
                        "two short sentences",
                        "",
                        "meeting.yaml: text-bytes.assume is empty, expected a reason"),
                edit(
                        "a document that does not exist",
                        "source: \"000\", says: \"with",
                        "source: \"009\", says: \"with",
                        "meeting.yaml: users.source=009, expected a document of sources.yaml"),
                edit(
                        "inputs that do not fit",
                        "direct-share: . value: 0,",
                        "direct-share: { value: 1,",
                        "meeting.yaml: inconsistent: direct-share + large-share, expected at most 1"),
                edit(
                        "a profile under another name",
                        "profile: meeting",
                        "profile: meetings",
                        "meeting.yaml: profile=meetings, expected meeting"),
                edit(
                        "words tied to nothing",
                        "answer: conversations",
                        "answer: chats",
                        "expected words and a known answer or input"),
                edit(
                        "the same key twice",
                        "(?m)^  media-bytes:",
                        "  users: 3\n  media-bytes:",
                        "meeting.yaml: Duplicate"),
                edit("no YAML at all", "(?s).*", "inputs: [", "meeting.yaml: "),
                new Edit(
                        "a result that does not exist",
                        "common.yaml",
                        "spike.cassandra.lwt.cpu",
                        "spike.no.such",
                        "common.yaml: lwt-cpu-ms.result=spike.no.such, expected a recorded result"),
                new Edit(
                        "another number than the result",
                        "common.yaml",
                        "value: 0.45,",
                        "value: 0.4,",
                        "common.yaml: lwt-cpu-ms=0.4 ms, expected what the result spike.cassandra.lwt.cpu says: 0.45 ms"),
                new Edit(
                        "a limit that does not exist",
                        "common.yaml",
                        "limit: token.access-seconds",
                        "limit: token.no",
                        "common.yaml: token-seconds.limit=token.no, expected a recorded limit"),
                new Edit(
                        "another number than the limit",
                        "common.yaml",
                        "value: 25,",
                        "value: 30,",
                        "common.yaml: ping-seconds=30 s, expected what the limit socket.ping-seconds-max says: 25 s"));
    }

    private static Edit edit(String seed, String from, String to, String message) {
        return new Edit(seed, "meeting.yaml", from, to, message);
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(Profiles.PROJECT.resolve(Scenarios.DIRECTORY))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("edits")
    void refusesThePlantedMistake(Edit edit) throws IOException {
        plant(edit);

        List<String> problems = problems();

        boolean caught = problems.stream().anyMatch(problem -> problem.contains(edit.message()));
        ProofLog.add(new RuleProof(RULE, edit.seed(), caught));
        assertThat(problems).as(edit.seed()).anySatisfy(problem -> assertThat(problem)
                .contains(edit.message()));
    }

    @Test
    void namesAllMistakesAtOnce() throws IOException {
        plant(edit("", "value: 120,", "value: 0,", ""));
        plant(edit("", "value: 730,", "value: soon,", ""));
        plant(new Edit("", "team.yaml", "unit: ×", "unit: times", ""));

        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("meeting.yaml: text-bytes=0"))
                .anyMatch(problem -> problem.startsWith("meeting.yaml: retention-days.value"))
                .anyMatch(problem -> problem.startsWith("team.yaml: peak-factor.unit=times"));
    }

    @Test
    void takesTheCopyAsItIs() {
        assertThat(Scenarios.read(folder, Profiles.PROJECT).all()).hasSize(5);
    }

    private void plant(Edit edit) throws IOException {
        Path file = folder.resolve(edit.file());
        String before = Files.readString(file);
        String after = before.replaceFirst(edit.from(), edit.to());
        assertThat(after).as("%s changes the file", edit.seed()).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private List<String> problems() {
        ScenarioException refusal =
                catchThrowableOfType(ScenarioException.class, () -> Scenarios.read(folder, Profiles.PROJECT));
        assertThat(refusal).isNotNull();
        return refusal.problems();
    }
}
