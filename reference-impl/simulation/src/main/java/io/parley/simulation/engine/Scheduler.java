package io.parley.simulation.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** Virtual time, and the steps that wait for their moment. Time passes only from one step to the next. */
public final class Scheduler {

    /** When every world begins. */
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Something that waits for its moment. */
    public static final class Step implements Comparable<Step> {

        private final long atNanos;
        private final long number;
        private final Runnable action;
        private boolean cancelled;

        private Step(long atNanos, long number, Runnable action) {
            this.atNanos = atNanos;
            this.number = number;
            this.action = action;
        }

        public void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Step other) {
            return atNanos != other.atNanos ? Long.compare(atNanos, other.atNanos) : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private long nowNanos;
    private long scheduled;
    private long executed;

    /** Runs an action later. */
    public Step after(long nanos, Runnable action) {
        Step step = new Step(nowNanos + Math.max(0, nanos), scheduled++, action);
        steps.add(step);
        return step;
    }

    public Step after(Duration delay, Runnable action) {
        return after(delay.toNanos(), action);
    }

    /** Takes the next step; false if none is left. */
    public boolean runNext() {
        Step next = steps.poll();
        if (next == null) {
            return false;
        }
        if (!next.cancelled) {
            nowNanos = next.atNanos;
            executed++;
            next.action.run();
        }
        return true;
    }

    /** Takes every step up to a moment, and lets time pass up to it. */
    public void runUntil(long nanos) {
        for (Step next = steps.peek(); next != null && next.atNanos <= nanos; next = steps.peek()) {
            runNext();
        }
        nowNanos = Math.max(nowNanos, nanos);
    }

    /** Nanoseconds since the world began. */
    public long nowNanos() {
        return nowNanos;
    }

    /** What a clock without error shows. */
    public Instant now() {
        return START.plusNanos(nowNanos);
    }

    public long executed() {
        return executed;
    }
}
