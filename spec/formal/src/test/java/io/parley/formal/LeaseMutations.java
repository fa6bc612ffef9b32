package io.parley.formal;

import java.util.List;
import java.util.Map;

/** Errors that would let a node rely on a lease after it was declared dead. */
final class LeaseMutations {

    static final List<Mutation> ALL = List.of(
            mutation(
                    "counts a lease from the answer to its renewal", "confirmed' = begun[awaited]", "confirmed' = now"),
            mutation(
                    "declares dead whatever the row says meanwhile",
                    "dead' = (dead \\/ beat = doomed[w])",
                    "dead' = TRUE"),
            mutation(
                    "takes the answer to an earlier renewal for that to the last",
                    "/\\ awaited \\in written",
                    "/\\ awaited # None /\\ written # {}"),
            mutation("renews what was declared dead", "IF dead THEN", "IF FALSE THEN"),
            mutation(
                    "takes silence for death before the lease is over",
                    "Clock(w) - seen[w].since > DeadAfter",
                    "Clock(w) - seen[w].since > DeadAfter - 2"),
            mutation(
                    "leaves no room for clocks that differ",
                    "/\\ gained[w] < DriftMax",
                    "/\\ gained[w] < DriftMax + 2"));

    private LeaseMutations() {}

    private static Mutation mutation(String what, String from, String to) {
        return new Mutation(what, "Lease", "lease", Map.of(), from, to, "Fenced");
    }
}
