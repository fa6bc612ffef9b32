package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measurements at one rate after the other, as the load test's scenario {@code mixed} records them. Those of the latest commit
 * and day count; of several runs there each figure is the median, and which of them came out best says nothing. A rate that
 * these runs did not reach is left out.
 */
public final class LoadSteps {

    /** What the p99 is to stay below at the lowest of the rates, on a machine with two cores. */
    public static final double TARGET_MILLIS = 50;

    private static final String MIXED = "load\\.mixed\\.1000\\.%s([0-9]+)\\.([a-z0-9.]+)";
    private static final String HELD = "held";

    private final Map<Integer, Map<String, List<RecordedResult>>> byRate = new TreeMap<>();

    private LoadSteps() {}

    /** Those of the goal's load: a thousand connections, small and large groups. */
    public static LoadSteps mixed(List<RecordedResult> results) {
        return of(results, "");
    }

    /** Those of the same load where each client tells what it has applied. */
    public static LoadSteps reporting(List<RecordedResult> results) {
        return of(results, "marks\\.");
    }

    private static LoadSteps of(List<RecordedResult> results, String kind) {
        Pattern ids = Pattern.compile(MIXED.formatted(kind));
        LoadSteps steps = new LoadSteps();
        List<RecordedResult> ours = results.stream()
                .filter(result -> ids.matcher(result.id()).matches())
                .toList();
        latestOfTheLowestRate(ours, ids).ifPresent(latest -> ours.stream()
                .filter(result ->
                        result.date().equals(latest.date()) && Objects.equals(result.commit(), latest.commit()))
                .forEach(result -> steps.add(result, ids.matcher(result.id()))));
        return steps;
    }

    /** Every run begins with it: what an earlier one recorded at a rate that this one did not reach may stand further down. */
    private static Optional<RecordedResult> latestOfTheLowestRate(List<RecordedResult> results, Pattern ids) {
        return results.stream()
                .min(Comparator.comparingInt(result -> rate(result, ids)))
                .flatMap(first -> results.stream()
                        .filter(result -> result.id().equals(first.id()))
                        .reduce((one, other) -> other.date().isBefore(one.date()) ? one : other));
    }

    private static int rate(RecordedResult result, Pattern ids) {
        Matcher id = ids.matcher(result.id());
        return id.matches() ? Integer.parseInt(id.group(1)) : Integer.MAX_VALUE;
    }

    private void add(RecordedResult result, Matcher id) {
        if (id.matches()) {
            byRate.computeIfAbsent(Integer.valueOf(id.group(1)), rate -> new TreeMap<>())
                    .computeIfAbsent(id.group(2), figure -> new ArrayList<>())
                    .add(result);
        }
    }

    /** Ascending. */
    public List<Integer> rates() {
        return List.copyOf(new TreeSet<>(byRate.keySet()));
    }

    /** The median of a figure at a rate; 0 if it was not recorded. */
    public double number(int rate, String figure) {
        return figure(rate, figure).map(RecordedResult::value).orElse(0.0);
    }

    /** The record with the median of a figure at a rate; of an even number the higher one in the middle. */
    public Optional<RecordedResult> figure(int rate, String figure) {
        List<RecordedResult> sorted = runs(rate, figure);
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /** What each run recorded of a figure at a rate, lowest first. */
    public List<RecordedResult> runs(int rate, String figure) {
        return byRate.getOrDefault(rate, Map.of()).getOrDefault(figure, List.of()).stream()
                .sorted(Comparator.comparingDouble(RecordedResult::value))
                .toList();
    }

    /** Whether most runs held the rate, by the rule of the load test; half of them are not most. */
    public boolean isHeld(int rate) {
        List<RecordedResult> runs = runs(rate, HELD);
        return 2 * runs.stream().filter(run -> run.value() == 1).count() > runs.size();
    }

    /** The highest rate up to which each was held; empty if already the lowest was not. */
    public OptionalInt knee() {
        return rates().stream()
                .takeWhile(this::isHeld)
                .mapToInt(Integer::intValue)
                .max();
    }
}
