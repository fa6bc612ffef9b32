package io.parley.capacity.model;

/** Numbers as people read them: three significant digits and three decimals at most, digits in groups, decimal multiples of bytes and bits. */
public final class Display {

    /** Stands between groups of digits and before a unit, and does not break the line. */
    private static final char NARROW_SPACE = '\u202f';

    private static final String[] MULTIPLES = {"", "k", "M", "G", "T", "P", "E"};
    private static final double EXACT_BELOW = 100_000;

    private Display() {}

    /** Value and unit. */
    public static String text(double value, String unit, boolean whole) {
        if (unit.equals("share")) {
            return percent(value);
        }
        if (unit.equals("bytes") || unit.equals("bit/s")) {
            return scaled(value, unit.equals("bytes") ? "B" : "bit/s");
        }
        String digits = whole && Math.abs(value) < EXACT_BELOW ? grouped(Math.rint(value)) : number(value);
        return digits + NARROW_SPACE + (digits.equals("1") ? singular(unit) : unit);
    }

    /** Three significant digits, without trailing zeros. */
    public static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        if (value < 0) {
            return "−" + number(-value);
        }
        if (value == 0) {
            return "0";
        }
        if (value < 0.0005) {
            return "<0.001";
        }
        double unit = 1;
        while (value / unit >= 999.5) {
            unit *= 10;
        }
        if (unit > 1) {
            return grouped(Math.rint(value / unit) * unit);
        }
        int decimals = 0;
        double scale = 1;
        while (value * scale < 99.95 && decimals < 3) {
            scale *= 10;
            decimals++;
        }
        return decimal(Math.rint(value * scale), decimals);
    }

    private static String percent(double share) {
        boolean nearlyAll = share > 0.99 && share < 1;
        return (nearlyAll ? decimal(Math.floor(share * 1e5), 3) : number(share * 100)) + NARROW_SPACE + "%";
    }

    private static String scaled(double value, String unit) {
        int multiple = 0;
        double rest = value;
        while (rest >= 999.5 && multiple < MULTIPLES.length - 1) {
            rest /= 1000;
            multiple++;
        }
        return number(rest) + NARROW_SPACE + MULTIPLES[multiple] + unit;
    }

    /** A whole number of units of the last decimal. */
    private static String decimal(double units, int decimals) {
        StringBuilder digits = new StringBuilder(Long.toString((long) units));
        while (digits.length() <= decimals) {
            digits.insert(0, '0');
        }
        if (decimals == 0) {
            return digits.toString();
        }
        digits.insert(digits.length() - decimals, '.');
        while (digits.charAt(digits.length() - 1) == '0') {
            digits.deleteCharAt(digits.length() - 1);
        }
        if (digits.charAt(digits.length() - 1) == '.') {
            digits.deleteCharAt(digits.length() - 1);
        }
        return digits.toString();
    }

    private static String grouped(double whole) {
        if (whole >= 1e18) {
            return "over 10^18";
        }
        StringBuilder digits = new StringBuilder(Long.toString((long) whole));
        if (digits.length() > 4) {
            for (int at = digits.length() - 3; at > 0; at -= 3) {
                digits.insert(at, NARROW_SPACE);
            }
        }
        return digits.toString();
    }

    private static String singular(String unit) {
        if (unit.equals("entries")) {
            return "entry";
        }
        return unit.length() > 2 && unit.endsWith("s") && unit.indexOf('/') < 0
                ? unit.substring(0, unit.length() - 1)
                : unit;
    }
}
