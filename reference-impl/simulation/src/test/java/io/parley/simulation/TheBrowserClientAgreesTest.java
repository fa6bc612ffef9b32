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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client in the browser, in TypeScript, comes to the same as the simulated devices: it is told what they were told, and
 * has to apply the same entries in the same order.
 */
class TheBrowserClientAgreesTest {

    private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();
    private static final long SEEDS = 40;

    private record Exit(int code, String output) {}

    @Test
    @Verifies({"INV-6", "INV-7", "MSG-12"})
    void appliesWhatTheSimulatedDevicesApplied(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> traces = traces(LongStream.rangeClosed(1, SEEDS));

        Exit exit = replay(folder, traces);

        assertThat(traces).hasSizeGreaterThan(100);
        assertThat(exit.code()).as(exit.output()).isZero();
    }

    @Test
    void noticesAnEntryThatADeviceDidNotApply(@TempDir Path folder) throws IOException, InterruptedException {
        String trace = Collections.max(traces(LongStream.of(1)), Comparator.comparingInt(String::length));
        String changed = trace.replaceFirst("(\"applied\":\\[)\\[[^]]*],", "$1");
        assertThat(changed).isNotEqualTo(trace);

        Exit exit = replay(folder, List.of(changed));

        boolean caught = exit.code() != 0 && exit.output().contains("AssertionError");
        ProofLog.add(new RuleProof("traces-are-replayed", "an entry that the device did not apply", caught));
        assertThat(caught).as(exit.output()).isTrue();
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
