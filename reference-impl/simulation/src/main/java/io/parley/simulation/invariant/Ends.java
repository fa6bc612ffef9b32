package io.parley.simulation.invariant;

import io.parley.kernel.Seq;
import io.parley.log.Outcome;
import io.parley.simulation.engine.Scheduler;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Beyond the catalogue: a node that lives answers everything in the end. */
public final class Ends extends Invariant {

    private record Open(Attempt attempt, long sinceNanos) {}

    private final Map<Long, Open> open = new TreeMap<>();
    private final Predicate<String> lives;
    private final Scheduler scheduler;
    private final Duration within;

    /**
     * Watches the nodes.
     *
     * @param lives tells of a node's incarnation whether it lives
     * @param within an answer comes in this time, once faults are over
     */
    public Ends(Scheduler scheduler, Predicate<String> lives, Duration within) {
        super("Ends");
        this.scheduler = scheduler;
        this.lives = lives;
        this.within = within;
    }

    @Override
    public void submitted(Attempt attempt) {
        open.put(attempt.number(), new Open(attempt, scheduler.nowNanos()));
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        open.remove(attempt.number());
    }

    @Override
    public void accepted(Attempt attempt, Seq seq) {
        open.remove(attempt.number());
    }

    @Override
    public void ended() {
        long latest = scheduler.nowNanos() - within.toNanos();
        open.values().stream()
                .filter(asked -> asked.sinceNanos < latest)
                .map(Open::attempt)
                .filter(attempt -> lives.test(attempt.node()))
                .findFirst()
                .ifPresent(attempt -> require(
                        false,
                        () -> attempt.node() + " never answered about "
                                + attempt.command().id()));
    }
}
