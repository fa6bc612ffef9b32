package io.parley.formal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what TLC 2.18 prints. */
final class TlcOutput {

    private static final String FINISHED = "Model checking completed. No error has been found.";
    private static final Pattern SAFETY = Pattern.compile("Error: (?:Invariant|Action property) (\\w+) is violated");
    private static final String TEMPORAL = "Error: Temporal properties were violated.";
    private static final Pattern STATES = Pattern.compile("(\\d+) distinct states found, \\d+ states left on queue");
    private static final Pattern DEPTH = Pattern.compile("The depth of the complete state graph search is (\\d+)\\.");
    private static final Pattern ACTION =
            Pattern.compile("(?m)^<(\\w+) line \\d+, col \\d+ to .* of module \\w+(?: \\([\\d ]+\\))?>: \\d+:(\\d+)$");

    private TlcOutput() {}

    /**
     * Reads a whole run.
     *
     * @param exit of the process
     * @param checked names of what was checked
     */
    static ModelRun read(int exit, String output, List<String> checked) {
        return new ModelRun(
                exit == 0 && output.contains(FINISHED) && !output.contains("Error:"),
                violated(output, checked),
                last(STATES, output),
                last(DEPTH, output),
                taken(output),
                output);
    }

    private static Optional<String> violated(String output, List<String> checked) {
        Matcher safety = SAFETY.matcher(output);
        if (safety.find()) {
            return Optional.of(safety.group(1));
        }
        // Only a run of a single property can tell which one it was.
        return output.contains(TEMPORAL) && checked.size() == 1 ? Optional.of(checked.get(0)) : Optional.empty();
    }

    /** Coverage is printed now and then; the last counts are the whole. */
    private static Map<String, Long> taken(String output) {
        Map<String, Long> taken = new HashMap<>();
        ACTION.matcher(output).results().forEach(line -> taken.put(line.group(1), Long.parseLong(line.group(2))));
        return taken;
    }

    private static long last(Pattern pattern, String output) {
        return pattern.matcher(output)
                .results()
                .map(MatchResult::group)
                .reduce((earlier, later) -> later)
                .map(text -> {
                    Matcher again = pattern.matcher(text);
                    return again.find() ? Long.parseLong(again.group(1)) : 0;
                })
                .orElse(0L);
    }
}
