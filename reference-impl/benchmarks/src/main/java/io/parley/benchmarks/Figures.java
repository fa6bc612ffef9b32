package io.parley.benchmarks;

import io.parley.evidence.ResultFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** The rounds' figures under the names of recorded results. */
final class Figures {

    private record Series(String unit, List<Double> rounds) {

        double median() {
            List<Double> sorted = rounds.stream().sorted().toList();
            return sorted.get((sorted.size() - 1) / 2);
        }

        String spread() {
            return String.format(
                    Locale.ROOT,
                    "median of %d rounds, %s … %s",
                    rounds.size(),
                    number(rounds.stream().min(Double::compare).orElseThrow()),
                    number(rounds.stream().max(Double::compare).orElseThrow()));
        }
    }

    private final Map<String, Series> byId = new TreeMap<>();

    /** Of sampled times the median and p99, of averages the mean. */
    void add(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        String unit = primary.getScoreUnit().replace("/op", "").replace("us", "µs");
        String name = name(result.getParams());
        if (result.getParams().getMode() == Mode.SampleTime) {
            Statistics statistics = primary.getStatistics();
            add(name + ".p50", statistics.getPercentile(50), unit);
            add(name + ".p99", statistics.getPercentile(99), unit);
        } else {
            add(name + ".mean", primary.getScore(), unit);
        }
    }

    private void add(String id, double value, String unit) {
        byId.computeIfAbsent(id, absent -> new Series(unit, new ArrayList<>()))
                .rounds()
                .add(value);
    }

    /** Such as {@code benchmark.append.batch-of-the-store.64}. */
    static String name(BenchmarkParams params) {
        String[] parts = params.getBenchmark().split("\\.", -1);
        String type = parts[parts.length - 2].replace("Benchmark", "").toLowerCase(Locale.ROOT);
        String method = parts[parts.length - 1]
                .replaceAll("([a-z])([A-Z0-9])", "$1-$2")
                .replaceAll("([0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
        String values = params.getParamsKeys().stream()
                .map(key -> "." + params.getParam(key))
                .collect(Collectors.joining());
        return "benchmark." + type + "." + method + values;
    }

    void recordTo(ResultFile results) {
        byId.forEach((id, series) -> results.add(id, rounded(series.median()), series.unit(), series.spread()));
    }

    String table() {
        return byId.entrySet().stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "%-55s %10s %-3s  %s",
                        figure.getKey(),
                        number(figure.getValue().median()),
                        figure.getValue().unit(),
                        figure.getValue().spread()))
                .collect(Collectors.joining("\n"));
    }

    /** Three digits that mean something. */
    private static double rounded(double value) {
        return Double.parseDouble(number(value));
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
