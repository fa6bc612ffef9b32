package io.parley.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets these tests, and what they start, take what the acceptance tests leave of the processors: those run beside them, take
 * longer, and wait for servers that are killed and started one after the other. Where there is no {@code renice}, nothing is
 * changed.
 */
public final class Yielding implements LauncherSessionListener {

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final String NICENESS = "5";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        List<String> command = new ArrayList<>(List.of("renice", "-n", NICENESS, "-p"));
        // On Linux each thread has a priority of its own, and gives it to the threads and processes that it starts.
        try (Stream<Path> threads = Files.list(THREADS)) {
            threads.forEach(thread -> command.add(thread.getFileName().toString()));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            // Another system, or no such program: the tests are the same, only the build may take longer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
