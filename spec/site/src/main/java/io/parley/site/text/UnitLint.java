package io.parley.site.text;

import io.parley.site.data.Findings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a digit that is followed by a unit in what people write: such a number belongs to a data file or to a recorded
 * result, and the text refers to it. Code, comments, macros and tables with the role {@code data} are passed over.
 */
public final class UnitLint {

    private static final String UNITS = "ns|µs|us|ms|s|sec|seconds?|min|minutes?|h|hours?|d|days?|weeks?|months?|years?"
            + "|%|percent|B|bytes?|[KMGT]i?B|kB|bits?|[KMG]bit/s|Hz|[KMG]Hz|fps"
            + "|connections?|messages?|msgs?|entries|rows|users?|members?|writers?|readers?|requests?|frames?|events?"
            + "|characters?|code points|nodes?|cores?|threads?|processes|files|partitions?|conversations?|points?|times";
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("(?<![\\w.#-])[0-9][0-9.,\u00a0\u202f ]*(?:[-–…][0-9][0-9.,]*)?[\u00a0\u202f -]?(?:(?:"
                    + UNITS + ")(?:/s|/min|/h)?|/s|/min|/h)(?![\\w])");
    private static final Pattern CODE = Pattern.compile("``?[^`]*``?");
    private static final Pattern MACRO = Pattern.compile("\\w+::?[^\\s\\[]*\\[[^\\]]*\\]");
    private static final Pattern BLOCK = Pattern.compile("(-{4,}|\\.{4,}|\\+{4,}|/{4,})");

    private final Findings findings;

    public UnitLint(Findings findings) {
        this.findings = findings;
    }

    /** Checks the source of one page. */
    public void check(String place, String source) {
        String block = "";
        boolean table = false;
        boolean data = false;
        int number = 0;
        for (String line : source.split("\n", -1)) {
            number++;
            String trimmed = line.strip();
            if (!block.isEmpty()) {
                block = trimmed.equals(block) ? "" : block;
            } else if (BLOCK.matcher(trimmed).matches()) {
                block = trimmed;
            } else if (trimmed.equals("|===")) {
                table = !table;
                data = table && data;
            } else if (!table && trimmed.startsWith("[")) {
                data = trimmed.matches("\\[.*\\.data\\b.*\\]");
            } else if (!(table && data) && !trimmed.startsWith("//") && !trimmed.startsWith(":")) {
                checkLine(place + ":" + number, trimmed);
            }
        }
    }

    private void checkLine(String place, String line) {
        String prose = MACRO.matcher(CODE.matcher(line).replaceAll(" ")).replaceAll(" ");
        Matcher matcher = NUMBER_AND_UNIT.matcher(prose);
        while (matcher.find()) {
            findings.add(
                    place,
                    "\"" + matcher.group().strip()
                            + "\" is a number with a unit; refer to a limit or a recorded result");
        }
    }
}
