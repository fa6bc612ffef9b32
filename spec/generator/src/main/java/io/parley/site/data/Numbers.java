package io.parley.site.data;

import java.math.BigDecimal;

/** Numbers as pages print them: groups of three digits, no trailing zeros. */
public final class Numbers {

    /** Stands between groups of digits and before a unit, and does not break the line. */
    public static final String NARROW_SPACE = "\u202f";

    private Numbers() {}

    public static String grouped(double value) {
        return grouped(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    public static String grouped(long value) {
        return grouped(Long.toString(value));
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String rest = point < 0 ? "" : plain.substring(point);
        if (whole.replace("-", "").length() < 5) {
            return plain;
        }
        StringBuilder grouped = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > (whole.startsWith("-") ? 1 : 0); at -= 3) {
            grouped.insert(at, NARROW_SPACE);
        }
        return grouped + rest;
    }
}
