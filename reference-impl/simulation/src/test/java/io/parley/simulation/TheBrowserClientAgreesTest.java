package io.parley.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client in the browser, in TypeScript, comes to the same as the simulated devices: it is told what they were told, and
 * has to apply the same entries in the same order, to know everybody to be as far, to resume from the same tokens, and to send the
 * same messages and have the same left to send.
 */
class TheBrowserClientAgreesTest {

    private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();
    private static final long SEEDS = 40;

    private record Exit(int code, String output) {}

    /**
     * A trace that says something else than what happened.
     *
     * @param comparison the one that has to notice it
     */
    private record Lie(String what, String comparison, String from, String to) {

        String told(String trace) {
            String changed = trace.replaceFirst(from, to);
            assertThat(changed).as(what).isNotEqualTo(trace);
            return changed;
        }
    }

    private static final List<Lie> LIES = List.of(
            new Lie(
                    "an entry that the device did not apply",
                    "applies the same entries in the same order",
                    "(\"applied\":\\[)\\[[^]]*],",
                    "$1"),
            new Lie(
                    "a mark that the device was not told",
                    "knows everybody to be as far",
                    "(\"receipts\":.*?\"delivered\":)",
                    "$11"),
            new Lie(
                    "a token that the device did not resume from",
                    "resumes from the same tokens",
                    "(\"asked\":\\[\"\",\")",
                    "$1no"),
            new Lie(
                    "a message that the device did not send",
                    "sends the same messages and has the same left to send",
                    "(\"sent\":.*?\\[\")",
                    "$1no"));

    @Test
    @Verifies({"INV-6", "INV-7", "MSG-12"})
    void comesToWhatTheSimulatedDevicesCameTo(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> traces = traces(LongStream.rangeClosed(1, SEEDS));

        Exit exit = replay(folder, traces);

        assertThat(traces).hasSizeGreaterThan(100);
        assertThat(exit.code()).as(exit.output()).isZero();
    }

    @Test
    void noticesWhatTheDeviceDidNotDo(@TempDir Path folder) throws IOException, InterruptedException {
        String trace = Collections.max(traces(LongStream.of(1)), Comparator.comparingInt(String::length));
        for (Lie lie : LIES) {
            trace = lie.told(trace);
        }

        Exit exit = replay(folder, List.of(trace));

        for (Lie lie : LIES) {
            boolean caught = exit.code() != 0
                    && Pattern.compile("FAIL .*" + lie.comparison())
                            .matcher(exit.output())
                            .find();
            ProofLog.add(new RuleProof("traces-are-replayed", lie.what(), caught));
            assertThat(caught).as(lie.what() + "\n" + exit.output()).isTrue();
        }
    }

    private static List<String> traces(LongStream seeds) {
        List<String> traces = new ArrayList<>();
        seeds.forEach(seed -> traces.addAll(Simulation.record(seed)));
        return traces;
    }

    /** Runs the web module's test runner over the traces. */
    private static Exit replay(Path folder, List<String> traces) throws IOException, InterruptedException {
        Path file = folder.resolve("traces.jsonl");
        Files.write(file, traces);
        ProcessBuilder vitest = new ProcessBuilder(
                        "npm", "exec", "--offline", "--", "vitest", "run", "--config", "vite.replay.config.ts")
                .directory(WEB.toFile())
                .redirectErrorStream(true);
        vitest.environment().put("PARLEY_TRACES", file.toString());
        Process process = vitest.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Exit(process.waitFor(), output);
    }
}
