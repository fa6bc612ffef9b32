package io.parley.embedded.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person who waits what happens. Thread-safe. */
final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    static String secondsSince(long nanoTime) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - nanoTime) / NANOS_PER_SECOND);
    }
}
