package io.parley.simulation.engine;

import io.parley.log.AfterStep;
import io.parley.log.LogRuntime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * One incarnation of a node: what it runs, it runs in steps whose order is left to chance, and nothing of it runs any more
 * once it is dead. While it is paused, time passes elsewhere.
 */
public final class SimulatedProcess {

    private static final long STEP_NANOS_MAX = 400_000;
    private static final long TIMER_NANOS_MAX = 300_000;

    private final String name;
    private final Scheduler scheduler;
    private final Chance chance;
    private final Duration clockError;
    private final int slowness;
    private final boolean sleeps;
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private boolean inStep;
    private boolean dead;
    private long pausedUntilNanos;
    private long sleptNanos;

    /**
     * A process that has just been started.
     *
     * @param clockError what its clock is ahead
     * @param slowness factor of the time that its steps take
     */
    public SimulatedProcess(String name, Scheduler scheduler, Chance chance, Duration clockError, int slowness) {
        this.name = name;
        this.scheduler = scheduler;
        this.chance = chance;
        this.clockError = clockError;
        this.slowness = slowness;
        this.sleeps = chance.happens(0.3);
    }

    public String name() {
        return name;
    }

    /** Its memory, its queued steps and its timers are gone. */
    public void kill() {
        dead = true;
    }

    public boolean isDead() {
        return dead;
    }

    /** Takes no step for a while. */
    public void pause(Duration duration) {
        long until = scheduler.nowNanos() + duration.toNanos();
        if (sleeps) {
            sleptNanos += until - Math.max(pausedUntilNanos, scheduler.nowNanos());
        }
        pausedUntilNanos = until;
    }

    /** Nanoseconds since some moment; of some machines they do not count what was slept. */
    public long nanos() {
        return scheduler.nowNanos() - sleptNanos;
    }

    public Executor executor() {
        return step -> run(chance.skewed(500, STEP_NANOS_MAX * slowness), step);
    }

    public AfterStep afterStep() {
        return task -> {
            if (inStep) {
                ends.add(task);
            } else {
                task.run();
            }
        };
    }

    public LogRuntime.Timer timer() {
        return (delay, task) -> run(delay.toNanos() + chance.between(0, TIMER_NANOS_MAX * slowness), task);
    }

    public InstantSource clock() {
        return () -> scheduler.now().plus(clockError);
    }

    /** Runs a step after a while, if the process still lives. */
    public Scheduler.Step run(long delayNanos, Runnable step) {
        return scheduler.after(delayNanos, () -> runNow(step));
    }

    private void runNow(Runnable step) {
        if (dead) {
            return;
        }
        long wait = pausedUntilNanos - scheduler.nowNanos();
        if (wait > 0) {
            run(wait + chance.between(0, STEP_NANOS_MAX), step);
        } else {
            inStep = true;
            try {
                step.run();
            } finally {
                inStep = false;
                while (!ends.isEmpty()) {
                    ends.remove().run();
                }
            }
        }
    }
}
