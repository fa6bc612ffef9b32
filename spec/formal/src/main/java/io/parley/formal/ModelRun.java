package io.parley.formal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the model checker found.
 *
 * @param finished it looked at every reachable state and found no error
 * @param violated name of the invariant or property that does not hold; TLC names no temporal property, so that of the
 *     only one that was checked stands here
 * @param distinctStates how many it found
 * @param depth steps to the farthest state; 0 if it stopped before the end
 * @param taken how often each action was taken; empty unless it was asked for
 * @param output all that it printed
 */
record ModelRun(
        boolean finished,
        Optional<String> violated,
        long distinctStates,
        long depth,
        Map<String, Long> taken,
        String output) {

    ModelRun {
        taken = Map.copyOf(taken);
    }

    /** Actions that no step is. */
    SortedSet<String> neverTaken() {
        SortedSet<String> names = new TreeSet<>();
        taken.forEach((name, count) -> {
            if (count == 0) {
                names.add(name);
            }
        });
        return names;
    }
}
