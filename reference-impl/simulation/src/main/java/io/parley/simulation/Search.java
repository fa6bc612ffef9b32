package io.parley.simulation;

/** Looks for a seed that breaks an invariant; speaks in types of the platform, so that a planted error can be asked. */
public final class Search {

    private Search() {}

    /** What the first failing seed broke, or an empty text. */
    public static String firstViolation(long first, long count) {
        return Runs.of(first, count)
                .failed()
                .map(run -> "seed " + run.seed() + ": " + run.violation().orElseThrow())
                .orElse("");
    }
}
