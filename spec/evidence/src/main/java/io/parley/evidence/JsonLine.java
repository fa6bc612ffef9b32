package io.parley.evidence;

import java.util.List;

/** Writes one JSON object on one line; by hand, because this module stands on every test class path and brings no library. */
final class JsonLine {

    private final StringBuilder line = new StringBuilder("{");

    JsonLine text(String name, String value) {
        quote(member(name), value);
        return this;
    }

    JsonLine texts(String name, List<String> values) {
        StringBuilder out = member(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            quote(out, values.get(i));
        }
        out.append(']');
        return this;
    }

    JsonLine number(String name, long value) {
        member(name).append(value);
        return this;
    }

    /** Whole values without a fraction. */
    JsonLine decimal(String name, double value) {
        member(name).append(value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
        return this;
    }

    JsonLine truth(String name, boolean value) {
        member(name).append(value);
        return this;
    }

    String end() {
        return line + "}\n";
    }

    private StringBuilder member(String name) {
        if (line.length() > 1) {
            line.append(',');
        }
        return quote(line, name).append(':');
    }

    private static StringBuilder quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }
}
