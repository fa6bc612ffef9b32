package io.parley.capacity.scenario;

import io.parley.capacity.model.Input;
import java.math.BigDecimal;

/**
 * An input with its value in one scenario.
 *
 * @param min smallest value that makes sense
 * @param max largest value that makes sense
 * @param unchanged whether it still has the value that its origin explains
 */
public record Parameter(Input input, double value, double min, double max, Origin origin, boolean unchanged) {

    /** Stands between groups of digits and before a unit, and does not break the line. */
    private static final char NARROW_SPACE = '\u202f';

    /** Whether a value would be valid: finite, in range, whole where that matters. */
    boolean allows(double other) {
        return other >= min && other <= max && (!input.whole() || other == Math.rint(other));
    }

    Parameter with(double other) {
        return new Parameter(input, other, min, max, origin, unchanged && other == value);
    }

    /** Value and unit with all digits, as inputs are stated rather than computed. */
    public String text() {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        if (input.unit().equals("share")) {
            return grouped(exact.movePointRight(2)) + NARROW_SPACE + "%";
        }
        return grouped(exact) + NARROW_SPACE + input.unit();
    }

    private static String grouped(BigDecimal value) {
        String plain = value.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder digits = new StringBuilder(plain);
        if (point > 4) {
            for (int at = point - 3; at > 0; at -= 3) {
                digits.insert(at, NARROW_SPACE);
            }
        }
        return digits.toString();
    }

    /** The values that are valid, with the unit. */
    public String range() {
        String whole = input.whole() ? "whole number, " : "";
        return whole + plain(min) + " … " + plain(max) + " " + input.unit();
    }

    /** All digits, without an exponent. */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
