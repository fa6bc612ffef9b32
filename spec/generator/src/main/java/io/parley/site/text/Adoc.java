package io.parley.site.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Puts text from data files into AsciiDoc, so that only its code spans keep a meaning. */
public final class Adoc {

    private Adoc() {}

    /** Text with {@code `code`} spans; every other character that AsciiDoc could read becomes a character reference. */
    public static String text(String plain) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '`') {
                out.append("``");
                code = !code;
            } else if (Character.isLetterOrDigit(c) || c > 127 || " ,.;?!/".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append("&#").append((int) c).append(';');
            }
        }
        return out.toString();
    }

    /** A short name as code. */
    public static String code(String plain) {
        return "``" + text(plain) + "``";
    }

    /** The items, each turned into markup, with commas between; a dash for none. */
    public static String list(List<String> items, UnaryOperator<String> markup) {
        return items.isEmpty() ? "–" : items.stream().map(markup).collect(Collectors.joining(", "));
    }

    /** Opens a table of data; end it with {@code |===}. */
    public static String table(String role, String columns, String... headings) {
        return "[." + role + ".data,cols=\"" + columns + "\",options=\"header\"]\n|===\n"
                + Arrays.stream(headings).map(heading -> "|" + heading).collect(Collectors.joining(" "))
                + "\n\n";
    }
}
