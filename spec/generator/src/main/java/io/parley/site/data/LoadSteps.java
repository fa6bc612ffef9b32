package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measurements at one rate after the other, as the load test's scenario {@code mixed} records them. Of several records of
 * one figure the latest counts; a rate that the latest run did not reach is left out.
 */
public final class LoadSteps {

    private static final Pattern MIXED = Pattern.compile("load\\.mixed\\.1000\\.([0-9]+)\\.([a-z0-9.]+)");
    private static final String HELD = "held";

    private final Map<Integer, Map<String, RecordedResult>> byRate = new TreeMap<>();

    private LoadSteps() {}

    /** Those of the goal's load: a thousand connections, small and large groups. */
    public static LoadSteps mixed(List<RecordedResult> results) {
        LoadSteps steps = new LoadSteps();
        for (RecordedResult result : results) {
            Matcher matcher = MIXED.matcher(result.id());
            if (matcher.matches()) {
                steps.byRate
                        .computeIfAbsent(Integer.valueOf(matcher.group(1)), rate -> new TreeMap<>())
                        .put(matcher.group(2), result);
            }
        }
        steps.dropOlderRuns();
        return steps;
    }

    /** A run ends at the first rate that is not held: what an earlier one recorded beyond belongs to that one. */
    private void dropOlderRuns() {
        Optional<RecordedResult> newest = byRate.values().stream()
                .flatMap(figures -> figures.values().stream())
                .reduce((one, other) -> other.date().isBefore(one.date()) ? one : other);
        newest.ifPresent(latest -> byRate.values().removeIf(figures -> figures.values().stream()
                .noneMatch(figure ->
                        figure.date().equals(latest.date()) && Objects.equals(figure.commit(), latest.commit()))));
    }

    /** Ascending. */
    public List<Integer> rates() {
        return List.copyOf(new TreeSet<>(byRate.keySet()));
    }

    /** A figure at a rate; 0 if it was not recorded. */
    public double number(int rate, String figure) {
        return figure(rate, figure).map(RecordedResult::value).orElse(0.0);
    }

    /** A recorded figure at a rate. */
    public Optional<RecordedResult> figure(int rate, String figure) {
        return Optional.ofNullable(byRate.getOrDefault(rate, Map.of()).get(figure));
    }

    /** Whether the rate was held, by the rule of the load test. */
    public boolean isHeld(int rate) {
        return number(rate, HELD) == 1;
    }
}
