package io.parley.capacity.scenario;

import io.parley.capacity.model.Display;
import io.parley.capacity.model.Input;

/**
 * An input with its value in one scenario.
 *
 * @param min smallest value that makes sense
 * @param max largest value that makes sense
 * @param unchanged whether it still has the value that its origin explains
 */
public record Parameter(Input input, double value, double min, double max, Origin origin, boolean unchanged) {

    /** Whether a value would be valid: finite, in range, whole where that matters. */
    boolean allows(double other) {
        return other >= min && other <= max && (!input.whole() || other == Math.rint(other));
    }

    Parameter with(double other) {
        return new Parameter(input, other, min, max, origin, unchanged && other == value);
    }

    /** Value and unit as people read them. */
    public String text() {
        return Display.text(value, input.unit(), input.whole());
    }

    /** The values that are valid, with the unit. */
    public String range() {
        String whole = input.whole() ? "whole number, " : "";
        return whole + plain(min) + " … " + plain(max) + " " + input.unit();
    }

    /** All digits, without an exponent. */
    static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
