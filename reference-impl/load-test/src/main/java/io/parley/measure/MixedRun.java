package io.parley.measure;

import io.parley.measure.figure.Figures;
import io.parley.measure.figure.Rounds;
import io.parley.measure.plan.Scenario;
import io.parley.measure.run.OpenPace;
import io.parley.measure.run.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One rate after the other, until the system cannot bear one: the curve shows where it bends, and the knee is the highest rate
 * before the first that was not held.
 */
final class MixedRun {

    /** The same load in every run. */
    private static final int SEED = 20261126;

    /** Messages of so many seconds under way: the backlog does not come down any more. */
    private static final int SECONDS_UNDER_WAY_MAX = 5;

    /** What comes to its last recipient within the time, of what was to be sent. */
    private static final double HELD_SHARE = 0.95;

    /** QG-1: beyond, nothing is to be learnt from a higher rate. */
    private static final double BORNE_MILLIS = 1_000;

    private static final List<String> RECORDED = List.of(
            Figures.RATE,
            "p50",
            Figures.P99,
            "p999",
            "max",
            "ack.p99",
            "lag.p99",
            "cpu.server",
            "cpu.cassandra",
            "wrong",
            "refused",
            "backlog");

    private final Scenario.Mixed mixed;
    private final Bench bench;

    MixedRun(Scenario.Mixed mixed, Bench bench) {
        this.mixed = mixed;
        this.bench = bench;
    }

    void run() {
        Contender parley = bench.system(Scenario.PARLEY);
        List<Room> large = Rooms.groups(mixed.users(), mixed.large(), 0);
        List<Room> small = Rooms.groups(mixed.users(), mixed.small(), large.size());
        List<Room> all = new ArrayList<>(large);
        all.addAll(small);
        List<OpenPace.Share> shares = List.of(
                new OpenPace.Share(mixed.largeShare(), large), new OpenPace.Share(1 - mixed.largeShare(), small));
        String prefix = "load.mixed." + mixed.users() + (mixed.marks() ? ".marks" : "");
        if (!mixed.warmFirst().isZero()) {
            bench.tell("mixed: warm-up at " + mixed.warmRate() + " messages/s");
            var unused = parley.measure(load(all, shares, mixed.warmRate(), mixed.warmFirst(), Duration.ofSeconds(1)));
        }
        int knee = 0;
        boolean allHeld = true;
        for (int rate : mixed.rates()) {
            bench.tell("mixed: " + mixed.users() + " users, " + rate + " messages/s");
            Figures figures = parley.measure(load(all, shares, rate, mixed.warm(), mixed.length()));
            boolean isBorne = isWhole(figures, rate) && figures.number(Figures.P99) < BORNE_MILLIS;
            boolean holds = isBorne && figures.number(Figures.P99) < mixed.boundMillis();
            bench.tell(rate + " messages/s " + (holds ? "held" : "not held"));
            Rounds rounds = new Rounds();
            rounds.add(figures);
            bench.recording().add(prefix + "." + rate, rounds, RECORDED, conditions());
            bench.recording().add(prefix + "." + rate + ".held", holds ? 1 : 0, "of 1", conditions());
            allHeld &= holds;
            knee = allHeld ? rate : knee;
            if (!isBorne) {
                break;
            }
        }
        bench.recording()
                .add(prefix + ".knee", knee, "messages/s", "highest rate up to which each was held; " + conditions());
    }

    private Contender.Load load(
            List<Room> rooms, List<OpenPace.Share> shares, int rate, Duration warm, Duration length) {
        return new Contender.Load(
                mixed.users(),
                rooms,
                0,
                now -> new OpenPace(rate, shares, new Random(SEED), now),
                warm,
                length,
                (long) rate * SECONDS_UNDER_WAY_MAX,
                mixed.marks());
    }

    private static boolean isWhole(Figures figures, int rate) {
        return figures.number(Figures.RATE) > HELD_SHARE * rate
                && figures.number("refused") == 0
                && figures.number("wrong") == 0;
    }

    private String conditions() {
        return String.format(
                Locale.ROOT,
                "%d connections, %.0f %% of the messages in groups of %d, the others in groups of %d, at random times;"
                        + " %d s after %d s of warm-up%s%s",
                mixed.users(),
                100 * mixed.largeShare(),
                mixed.large(),
                mixed.small(),
                mixed.length().toSeconds(),
                mixed.warm().toSeconds(),
                mixed.warmFirst().isZero()
                        ? ""
                        : ", before that " + mixed.warmFirst().toSeconds() + " s at " + mixed.warmRate()
                                + " messages/s",
                mixed.marks() ? "; clients tell what they have applied" : "");
    }
}
