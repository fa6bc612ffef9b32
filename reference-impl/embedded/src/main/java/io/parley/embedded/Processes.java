package io.parley.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions and commands about processes that the JDK does not answer exactly enough. */
final class Processes {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration KILL_BOUND = Duration.ofSeconds(30);

    private Processes() {}

    /** Whether the process still executes: one that ended and was not yet collected by its parent does not. */
    static boolean isRunning(ProcessHandle process) {
        // Linux, proc(5): "pid (command) state …", where the command may itself contain parentheses.
        String status = read(proc(process, "stat"));
        char state = status.isEmpty() ? 'R' : status.charAt(status.lastIndexOf(')') + 2);
        return process.isAlive() && state != 'Z' && state != 'X';
    }

    /** The whole command line; the JDK's own cuts it at one page. Empty when the process is gone or not ours to see. */
    static String commandLine(ProcessHandle process) {
        Path file = proc(process, "cmdline");
        return Files.exists(file)
                ? read(file).replace('\0', ' ')
                : process.info().commandLine().orElse("");
    }

    /** Where the process works; empty when that cannot be known. */
    static Optional<Path> workingDirectory(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(proc(process, "cwd")));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Waits until the process has ended. Returns whether it did so within the bound. */
    static boolean awaitEnd(ProcessHandle process, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (isRunning(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Kills the process and its descendants, and returns when they are gone. */
    static void killTree(ProcessHandle root) {
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(root), root.descendants()).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : tree) {
            if (!awaitEnd(process, KILL_BOUND)) {
                throw new IllegalStateException("process " + process.pid() + " does not end, even when killed");
            }
        }
    }

    /**
     * Puts the command into a session of its own, so that a Ctrl-C in our terminal reaches us alone. Process ids stay as
     * they are: each of the wrappers ends in an exec.
     */
    static List<String> detached(List<String> command) {
        List<String> all = new ArrayList<>(
                onPath("setsid").isPresent()
                        ? List.of("setsid")
                        // macOS has no such program. Java programs leave a signal ignored that was so at their start.
                        : List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        all.addAll(command);
        return all;
    }

    static Optional<Path> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException gone) {
            return "";
        }
    }
}
