package io.parley.simulation;

import java.util.List;
import java.util.stream.LongStream;

/** What seeds came to, a line each: printed by a process of its own, or told in this one. */
final class Fingerprints {

    private Fingerprints() {}

    /** Takes the first seed and how many. */
    public static void main(String[] args) {
        of(Long.parseLong(args[0]), Long.parseLong(args[1])).forEach(System.out::println);
    }

    static List<String> of(long first, long count) {
        return LongStream.range(first, first + count)
                .mapToObj(seed -> of(Simulation.run(seed, true)))
                .toList();
    }

    private static String of(Simulation.Result run) {
        return "seed " + run.seed() + ": " + run.events() + " events, trace "
                + run.trace().hashCode();
    }
}
