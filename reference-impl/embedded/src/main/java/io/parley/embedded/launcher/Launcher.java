package io.parley.embedded.launcher;

import io.parley.embedded.AlreadyRunningException;
import io.parley.embedded.EmbeddedServer;
import io.parley.embedded.StartFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;

/**
 * Starts an installation and runs until it is told to stop (Ctrl-C, SIGTERM) or a part of it ends. Whatever keeps it from
 * running is one line on standard error and an exit code other than 0, with nothing left running.
 */
public final class Launcher {

    private static final int FAILED = 1;

    private static volatile boolean running;
    private static volatile boolean ending;

    private Launcher() {}

    /** Runs until told to stop; {@code ./parley help} lists the arguments. */
    public static void main(String[] arguments) {
        Progress progress = new Progress(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> noteTheEnd(progress), "note-the-end"));
        try {
            run(Options.parse(arguments), progress);
        } catch (RuntimeException e) {
            fail(e instanceof CompletionException && e.getCause() != null ? e.getCause() : e);
        }
    }

    private static void run(Options options, Progress progress) {
        if (!Files.isRegularFile(options.serverJar())) {
            throw new Refusal("server " + options.serverJar() + " is missing; build it, or start with ./parley start");
        }
        DataDirectory data = DataDirectory.take(options.data());
        logTo(data.resolve("launcher.log"));
        Installation installation = new Installation(options, data, progress);
        installation.reclaim();
        installation.requireFreePorts();
        installation.start();
        progress.say("""

                Parley is running; Ctrl-C stops it.
                  chat           %1$s/
                  specification  %1$s/spec/
                  slides         %1$s/slides/
                  what if        %1$s/what-if/
                  API            %1$s/api-docs
                  data and logs  %2$s
                """.formatted(installation.address(), options.data()));
        running = true;
        EmbeddedServer ended = installation.awaitEnd();
        running = false;
        throw new Refusal(ended.name() + " ended unexpectedly; read " + ended.log());
    }

    private static void noteTheEnd(Progress progress) {
        ending = true;
        if (running) {
            progress.say("Stopping …");
        }
    }

    private static void fail(Throwable problem) {
        if (ending) {
            // Told to stop during the start: no failure.
            return;
        }
        boolean expected = problem instanceof Refusal
                || problem instanceof StartFailedException
                || problem instanceof AlreadyRunningException
                || problem instanceof IllegalStateException;
        System.err.println("parley: " + (expected ? problem.getMessage() : problem.toString()));
        System.exit(FAILED);
    }

    /** The driver's log. Set before its first use, that is before a store starts. */
    private static void logTo(Path file) {
        System.setProperty("org.slf4j.simpleLogger.logFile", file.toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ssXXX");
    }
}
