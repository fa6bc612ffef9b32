package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The process and the directory of one {@link EmbeddedServer}: ownership, start, end. Thread-safe. */
final class ManagedProcess {

    /**
     * For a hanging server only, since one that dies is noticed at once. A first start took 105 s on two cores with 17
     * processes that wanted them.
     */
    private static final Duration START_BOUND = Duration.ofMinutes(5);

    private static final Duration STOP_BOUND = Duration.ofSeconds(30);

    /** Looked at when a process starts. */
    private static final long LOG_BYTES_MAX = 10_000_000;

    private static final Duration POLL = Duration.ofMillis(100);

    private final EmbeddedServer server;
    private final Path directory;
    private final Consumer<ProcessHandle> politeStop;

    private @Nullable DirectoryLock lock;
    private @Nullable Process process;
    private boolean startWanted;

    /** @param politeStop asks the process to end, and returns at once */
    ManagedProcess(EmbeddedServer server, Path directory, Consumer<ProcessHandle> politeStop) {
        this.server = server;
        this.directory = directory;
        this.politeStop = politeStop;
    }

    /** See {@link EmbeddedServer#reclaim}. */
    synchronized boolean claim() {
        if (lock != null) {
            return false;
        }
        lock = DirectoryLock.acquire(directory);
        Optional<ProcessHandle> survivor = ProcessRecord.readFrom(directory).flatMap(ProcessRecord::survivor);
        survivor.ifPresent(this::end);
        return survivor.isPresent();
    }

    /** Claims the directory, runs the steps, and leaves nothing running when one of them fails. */
    void start(Runnable steps) {
        synchronized (this) {
            if (isRunning()) {
                throw new IllegalStateException(server.name() + " runs already");
            }
            claim();
            startWanted = true;
        }
        try {
            empty(temporary());
            steps.run();
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    /** Where the process may put what it does not need again: a killed one leaves such files behind. */
    Path temporary() {
        return directory.resolve("tmp");
    }

    /** Runs a preparing command to its end. */
    void run(List<String> command, Map<String, String> environment) {
        Process running = begin(command, environment);
        if (!ended(running, START_BOUND) || running.exitValue() != 0) {
            throw failure("could not be set up");
        }
    }

    /**
     * Starts the server's process and waits until it answers.
     *
     * @param command makes the command line, on which the given mark must stand
     * @param answers asks a question that only a working server answers
     */
    void launch(Function<String, List<String>> command, Map<String, String> environment, BooleanSupplier answers) {
        String mark = UUID.randomUUID().toString();
        Process started;
        synchronized (this) {
            ProcessRecord.intended(mark).writeTo(directory);
            started = begin(command.apply(mark), environment);
            ProcessRecord.of(mark, started.toHandle()).writeTo(directory);
        }
        long deadline = System.nanoTime() + START_BOUND.toNanos();
        // The second look at the process: it may be another server that answered, on the port that ours wanted.
        while (!(answers.getAsBoolean() && started.isAlive())) {
            if (ended(started, POLL)) {
                throw failure("died during its start (exit " + started.exitValue() + ")");
            }
            if (System.nanoTime() > deadline) {
                throw failure("does not answer after " + START_BOUND.toSeconds() + " s");
            }
        }
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    synchronized ProcessHandle handle() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(server.name() + " does not run");
        }
        return process.toHandle();
    }

    synchronized void stop() {
        release(this::end);
    }

    synchronized void kill() {
        release(Processes::killTree);
    }

    StartFailedException failure(String what) {
        return new StartFailedException(server.name(), what, server.log(), null);
    }

    private synchronized Process begin(List<String> command, Map<String, String> environment) {
        if (!startWanted) {
            throw failure("was stopped during its start");
        }
        ShutdownOrder.add(server);
        try {
            keepLogSmall();
            ProcessBuilder builder = new ProcessBuilder(Processes.detached(command))
                    .directory(directory.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(server.log().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) {
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepLogSmall() throws IOException {
        Path log = server.log();
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void release(Consumer<ProcessHandle> ending) {
        startWanted = false;
        ShutdownOrder.remove(server);
        if (process != null) {
            ending.accept(process.toHandle());
            process = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private void end(ProcessHandle running) {
        if (!Processes.isRunning(running)) {
            // Its id may belong to another process by now.
            return;
        }
        politeStop.accept(running);
        if (!Processes.awaitEnd(running, STOP_BOUND)) {
            Processes.killTree(running);
        }
    }

    private static boolean ended(Process running, Duration bound) {
        try {
            return running.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }
}
