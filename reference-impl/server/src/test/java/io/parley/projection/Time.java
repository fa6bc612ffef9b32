package io.parley.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Steps that are due, and the time that passes between them: one thread, moved by the test. */
final class Time {

    private record Later(long atNanos, Runnable step) {}

    private final Deque<Runnable> due = new ArrayDeque<>();
    private final List<Later> later = new ArrayList<>();
    private long nanos;

    long nanos() {
        return nanos;
    }

    Instant instant() {
        return Instant.parse("2026-11-20T10:00:00Z").plusNanos(nanos);
    }

    void execute(Runnable step) {
        due.add(step);
    }

    void after(Duration delay, Runnable step) {
        later.add(new Later(nanos + delay.toNanos(), step));
    }

    /** Runs all that is due now. */
    void settle() {
        while (!due.isEmpty()) {
            due.remove().run();
        }
    }

    void pass(Duration duration) {
        long end = nanos + duration.toNanos();
        settle();
        while (true) {
            Later next = later.stream()
                    .min(Comparator.comparingLong(Later::atNanos))
                    .filter(first -> first.atNanos() <= end)
                    .orElse(null);
            if (next == null) {
                break;
            }
            later.remove(next);
            nanos = next.atNanos();
            next.step().run();
            settle();
        }
        nanos = end;
    }
}
