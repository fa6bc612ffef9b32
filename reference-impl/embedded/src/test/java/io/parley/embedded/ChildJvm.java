package io.parley.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program of this module in a process of its own. */
public final class ChildJvm implements AutoCloseable {

    private static final int SIGINT = 2;
    private static final long END_BOUND_SECONDS = 180;

    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs the main class; what it writes to standard error goes to a file in the directory. */
    public static ChildJvm start(Path directory, Class<?> main, String... arguments) {
        return start(directory, List.of(), main, arguments);
    }

    /** The same by a command that becomes the one that it is given. */
    public static ChildJvm start(Path directory, List<String> by, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(by);
        command.addAll(ignoresInterrupts() ? List.of("env", "--default-signal=INT") : List.of());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Collections.addAll(command, arguments);
        try {
            Path errors = Files.createTempFile(directory, "errors", ".txt");
            return new ChildJvm(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * True if this process was started with SIGINT ignored, as scripts start what they put into the background. Children
     * inherit that, and a JVM that ignores it cannot be ended by Ctrl-C.
     */
    private static boolean ignoresInterrupts() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .map(line ->
                            new BigInteger(line.substring(line.indexOf(':') + 1).strip(), 16))
                    .anyMatch(ignored -> ignored.testBit(SIGINT - 1));
        } catch (IOException e) {
            return false; // No /proc: not Linux.
        }
    }

    public Process process() {
        return process;
    }

    /** Reads what it prints up to a line that contains the text. */
    public void awaitLine(String text) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains(text)) {
                    return;
                }
            }
            throw new AssertionError("ended without saying \"" + text + "\": " + errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end. */
    public int exitCode() {
        try {
            if (!process.waitFor(END_BOUND_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The lines that it wrote to standard error so far. */
    public List<String> errors() {
        try {
            return Files.readAllLines(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
    }
}
