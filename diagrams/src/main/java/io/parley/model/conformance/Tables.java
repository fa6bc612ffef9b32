package io.parley.model.conformance;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Table names in SQL and CQL texts: a reader for our own statements, not a parser. */
final class Tables {

    private static final String NAME = "(?!system\\w*\\.)(?:[a-zA-Z_][\\w]*\\.|\\u0001\\.)?\"?([a-zA-Z_][\\w]*)\"?";
    private static final Pattern USED =
            Pattern.compile("\\b(?:FROM|INTO|UPDATE|JOIN|TRUNCATE)\\s+(?:ONLY\\s+)?" + NAME);
    private static final Pattern USED_IN_LOWER =
            Pattern.compile("\\b(?:from|into|update|join|truncate)\\s+(?:only\\s+)?" + NAME);
    private static final Pattern MADE =
            Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME);
    private static final Pattern DROPPED = Pattern.compile("(?i)\\bDROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?" + NAME);
    private static final Pattern LOCAL = Pattern.compile("(?i)(?:\\bWITH|,|\\bRECURSIVE)\\s+" + NAME + "\\s+AS\\s*\\(");
    private static final Pattern STATEMENT =
            Pattern.compile("(?s)\\s*(?:select|insert|update|delete|with|truncate|begin)\\b.*");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

    private Tables() {}

    /** Tables that a text reads or writes. Lower-case words count only where the text begins as a statement. */
    static Set<String> usedIn(String text) {
        Set<String> out = all(USED, text);
        if (STATEMENT.matcher(text).matches()) {
            out.addAll(all(USED_IN_LOWER, text));
        }
        out.removeAll(all(LOCAL, text));
        out.removeAll(Set.of("set", "of", "skip", "nowait")); // DO UPDATE SET …, FOR UPDATE OF … SKIP LOCKED
        return out;
    }

    /** Tables that a text creates. */
    static Set<String> madeIn(String text) {
        String script = COMMENT.matcher(text).replaceAll("");
        Set<String> out = all(MADE, script);
        out.removeAll(all(DROPPED, script));
        return out;
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> out = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            out.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return out;
    }
}
