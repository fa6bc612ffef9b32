package io.parley.simulation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened, for people, one line each. Costs nothing unless somebody wants to read it. */
public final class Trace {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Scheduler scheduler;
    private final boolean wanted;
    private final List<String> lines = new ArrayList<>();

    public Trace(Scheduler scheduler, boolean wanted) {
        this.scheduler = scheduler;
        this.wanted = wanted;
    }

    public void add(String who, Supplier<String> what) {
        if (wanted) {
            lines.add(String.format(
                    Locale.ROOT, "%10.3f ms  %-8s %s", scheduler.nowNanos() / NANOS_PER_MILLI, who, what.get()));
        }
    }

    public String text() {
        return String.join("\n", lines);
    }
}
