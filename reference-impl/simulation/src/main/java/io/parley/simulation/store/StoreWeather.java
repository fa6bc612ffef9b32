package io.parley.simulation.store;

import io.parley.simulation.engine.Chance;
import java.time.Duration;

/** How unreliable the store is: a probability per kind of fault, and whether it answers at all. */
public final class StoreWeather {

    /** What becomes of a proposal. */
    enum Fate {
        ANSWERED,
        NEVER_ARRIVES,
        ANSWER_LOST,
        LATE,
        HANGS
    }

    private static final double WORST = 0.15;
    private static final double LATE_OFTEN = 0.4;
    private static final double LATE_MOSTLY = 0.9;

    private double neverArrives;
    private double answerLost;
    private double late;
    private double appendsLate;
    private double hangs;
    private double readFails;
    private double readBehind;
    private double snapshotStale;
    private long stalledUntilNanos;

    /** Fair weather: no fault ever. */
    public static StoreWeather fair() {
        return new StoreWeather();
    }

    /** Each kind of fault with a probability of its own, many of them none: the rarest meetings need the others away. */
    public static StoreWeather drawn(Chance chance) {
        StoreWeather weather = new StoreWeather();
        weather.neverArrives = probability(chance);
        weather.answerLost = probability(chance);
        weather.late = probability(chance);
        weather.hangs = probability(chance);
        weather.readFails = probability(chance) / 2;
        weather.readBehind = chance.happens(0.5) ? 0.5 : 0;
        weather.snapshotStale = probability(chance) * 2;
        return weather;
    }

    private static double probability(Chance chance) {
        return chance.happens(0.5) ? 0 : WORST * chance.between(1, 100) / 100;
    }

    /** From now on much is written late. */
    public void delayWrites() {
        late = LATE_OFTEN;
    }

    /** From now on most appends arrive late, and nothing else does. */
    public void delayAppends() {
        appendsLate = LATE_MOSTLY;
    }

    /** From now on there is no fault. */
    public void clear() {
        neverArrives = 0;
        answerLost = 0;
        late = 0;
        appendsLate = 0;
        hangs = 0;
        readFails = 0;
        readBehind = 0;
        snapshotStale = 0;
    }

    /** Nothing that arrives is worked on for a while. */
    public void stall(long nowNanos, Duration duration) {
        stalledUntilNanos = nowNanos + duration.toNanos();
    }

    long stalledUntilNanos() {
        return stalledUntilNanos;
    }

    Fate appendFate(Chance chance) {
        return appendsLate > 0 && chance.happens(appendsLate) ? Fate.LATE : fate(chance);
    }

    Fate fate(Chance chance) {
        if (chance.happens(neverArrives)) {
            return Fate.NEVER_ARRIVES;
        } else if (chance.happens(answerLost)) {
            return Fate.ANSWER_LOST;
        } else if (chance.happens(late)) {
            return Fate.LATE;
        }
        return chance.happens(hangs) ? Fate.HANGS : Fate.ANSWERED;
    }

    boolean readFails(Chance chance) {
        return chance.happens(readFails);
    }

    /** Whether a quorum read misses what was written and not acknowledged. */
    boolean readIsBehind(Chance chance) {
        return chance.happens(readBehind);
    }

    boolean snapshotIsStale(Chance chance) {
        return chance.happens(snapshotStale);
    }
}
