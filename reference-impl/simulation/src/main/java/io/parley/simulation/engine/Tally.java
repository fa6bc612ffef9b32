package io.parley.simulation.engine;

import java.util.EnumMap;
import java.util.Map;

/** Counts what occurred, over one run or many. */
public final class Tally {

    private final Map<Fact, Long> counts = new EnumMap<>(Fact.class);

    public void add(Fact what) {
        add(what, 1);
    }

    public void add(Fact what, long count) {
        counts.merge(what, count, Long::sum);
    }

    public void addAll(Tally other) {
        other.counts.forEach(this::add);
    }

    public long of(Fact what) {
        return counts.getOrDefault(what, 0L);
    }

    public Map<Fact, Long> counts() {
        return counts;
    }
}
