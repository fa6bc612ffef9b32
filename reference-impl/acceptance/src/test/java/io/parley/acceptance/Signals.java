package io.parley.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Processes that stand still and go on. */
public final class Signals {

    private Signals() {}

    /** It keeps its connections and answers nothing (SIGSTOP). */
    public static void stop(ProcessHandle process) {
        send(process, "-STOP");
    }

    /** It goes on with what it was doing (SIGCONT). */
    public static void goOn(ProcessHandle process) {
        send(process, "-CONT");
    }

    private static void send(ProcessHandle process, String signal) {
        try {
            int status = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            // One that has ended meanwhile, as PostgreSQL's do now and then, is not missed.
            if (status != 0 && process.isAlive()) {
                throw new IllegalStateException("kill " + signal + " ended with " + status + ", expected 0");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
