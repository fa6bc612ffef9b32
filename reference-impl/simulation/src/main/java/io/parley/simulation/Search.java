package io.parley.simulation;

import java.util.Arrays;
import java.util.Optional;

/** Looks for a seed that breaks an invariant; speaks in types of the platform, so that a planted error can be asked. */
public final class Search {

    private static final String SEED = "seed ";

    private Search() {}

    /**
     * What the first seed broke that broke one of these invariants: which one an error breaks first depends on chance.
     *
     * @param invariants names with bars between them
     * @return the seed and what it broke; else what was broken first, or an empty text
     */
    public static String firstViolation(String invariants, long first, long count) {
        long end = first + count;
        String other = "";
        for (long next = first; next < end; ) {
            Optional<Simulation.Result> failed = Runs.of(next, end - next).failed();
            if (failed.isEmpty()) {
                return other;
            }
            String violation = failed.get().violation().orElseThrow().toString();
            String found = SEED + failed.get().seed() + ": " + violation;
            if (Arrays.stream(invariants.split("\\|")).anyMatch(violation::contains)) {
                return found;
            }
            other = other.isEmpty() ? found : other;
            next = failed.get().seed() + 1;
        }
        return other;
    }

    /** The seed that a violation was found with. */
    public static long seed(String found) {
        return Long.parseLong(found.substring(SEED.length(), found.indexOf(':')));
    }
}
