package io.parley.simulation.engine;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Where everything comes from that is left to chance: a seed. Equal seeds and equal questions, equal answers. */
public final class Chance {

    private static final int VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int TIME_SHIFT = 16;

    private final SplittableRandom random;

    public Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** A source of its own, so that one part's questions do not change what another part is told. */
    public Chance split() {
        return new Chance(random.split());
    }

    public RandomGenerator generator() {
        return random;
    }

    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both bounds inclusive. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    public Duration between(Duration least, Duration most) {
        return Duration.ofNanos(between(least.toNanos(), most.toNanos()));
    }

    /** Mostly near the least, seldom near the most: an exponential step between the two. */
    public long skewed(long least, long most) {
        double share = random.nextDouble();
        return least + (long) ((most - least) * share * share * share * share);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A UUID of version 7 with this time. */
    public UUID uuid7(long epochMillis) {
        long high = (epochMillis << TIME_SHIFT) | VERSION_7 | random.nextInt(1 << 12);
        return new UUID(high, VARIANT | (random.nextLong() >>> 2));
    }
}
