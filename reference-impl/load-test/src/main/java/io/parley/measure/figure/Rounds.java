package io.parley.measure.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same measurement several times: each figure's median counts, and its spread is recorded with it. */
public final class Rounds {

    private static final int DIGITS = 3;
    private static final int DIGITS_COUNTED = 6;

    private final List<Figures> all = new ArrayList<>();

    public void add(Figures figures) {
        all.add(figures);
    }

    public List<Figures> all() {
        return List.copyOf(all);
    }

    /** The median of a figure; of an even number of rounds, the lower one of the middle. */
    public double median(String name) {
        List<Double> sorted = sorted(name);
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** Names and units, as of the first round. */
    public Map<String, Figures.Value> names() {
        return all.get(0).values();
    }

    /** Such as {@code median of 3, 8.12 … 9.3}; empty for one round. */
    public String spread(String name) {
        List<Double> sorted = sorted(name);
        return sorted.size() < 2
                ? ""
                : String.format(
                        Locale.ROOT,
                        "median of %d, %s … %s",
                        sorted.size(),
                        text(sorted.get(0)),
                        text(sorted.get(sorted.size() - 1)));
    }

    /** The most that others kept busy in a round. */
    public double others() {
        return all.stream().mapToDouble(Figures::others).max().orElse(0);
    }

    private List<Double> sorted(String name) {
        return all.stream().map(figures -> figures.number(name)).sorted().toList();
    }

    /** Three digits that mean something. */
    public static double rounded(double number) {
        return Double.parseDouble(text(number));
    }

    /** Six digits, for what was counted and not timed. */
    static double exact(double number) {
        return new BigDecimal(number).round(new MathContext(DIGITS_COUNTED)).doubleValue();
    }

    static String text(double number) {
        return number >= 1000
                ? Long.toString(Math.round(number))
                : new BigDecimal(number)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
