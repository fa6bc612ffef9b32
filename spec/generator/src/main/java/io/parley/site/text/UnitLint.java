package io.parley.site.text;

import io.parley.site.data.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a digit that is followed by a unit in what people write: such a number belongs to a data file or to a recorded
 * result, and the text refers to it. Code, comments and tables with the role {@code data} are passed over. Paragraphs are
 * read as a whole, so that the end of a line does not part a number from its unit.
 */
public final class UnitLint {

    private static final String UNITS = "ns|µs|us|ms|s|sec|seconds?|min|minutes?|h|hours?|d|days?|weeks?|months?|years?"
            + "|%|percent|B|bytes?|[KMGTP]i?B|kB|bits?|[KMG]bit/s|Hz|[KMG]Hz|fps"
            + "|connections?|messages?|msgs?|entries|rows|users?|members?|writers?|readers?|requests?|frames?|events?"
            + "|characters?|code points|nodes?|cores?|threads?|processes|files|partitions?|conversations?|points?|times"
            + "|batches|inserts?|pages?|devices?|meetings?|people";
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("(?<![\\w.#-])[0-9][0-9.,\u00a0\u202f ]*(?:[kKM](?=[ \u00a0-]))?(?:[-–…][0-9][0-9.,]*)?"
                    + "[\u00a0\u202f -]?(?:(?:thousand|million|billion)s?[ -])?(?:(?:"
                    + UNITS + ")(?:/s|/min|/h)?|/s|/min|/h)(?![\\w])");
    private static final Pattern CODE = Pattern.compile("``?[^`]*``?");
    private static final Pattern MACRO = Pattern.compile("\\w+::?[^\\s\\[]*\\[([^\\]]*)\\]");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\([^)]*\\)");
    private static final Pattern SIGNS = Pattern.compile("\\{[a-z-]+\\}|&nbsp;|&#160;|<[^>]+>|[*_#]+");
    private static final Pattern CODE_FENCE = Pattern.compile("-{4,}|\\.{4,}|/{4,}|```.*");
    private static final Pattern ATTRIBUTE = Pattern.compile(":[\\w-]+:(.*)");
    private static final Pattern PARAGRAPH_OF_ITS_OWN = Pattern.compile("[=*.|+-].*|[0-9]+\\. .*");

    private final Findings findings;

    public UnitLint(Findings findings) {
        this.findings = findings;
    }

    /** Checks the source of one page, in AsciiDoc or Markdown. */
    public void check(String place, String source) {
        String fence = "";
        boolean table = false;
        boolean data = false;
        int number = 0;
        Paragraph paragraph = new Paragraph(place);
        for (String line : source.split("\n", -1)) {
            number++;
            String trimmed = line.strip();
            if (!fence.isEmpty()) {
                fence = trimmed.equals(fence) ? "" : fence;
            } else if (CODE_FENCE.matcher(trimmed).matches()) {
                paragraph.end();
                fence = trimmed.startsWith("```") ? "```" : trimmed;
            } else if (trimmed.equals("|===")) {
                paragraph.end();
                table = !table;
                data = table && data;
            } else if (!table && trimmed.startsWith("[") && trimmed.endsWith("]")) {
                paragraph.end();
                data = trimmed.matches("\\[.*\\.data\\b.*\\]");
            } else if (trimmed.isEmpty()) {
                paragraph.end();
            } else if (!(table && data) && !trimmed.startsWith("//")) {
                Matcher attribute = ATTRIBUTE.matcher(trimmed);
                if (attribute.matches() || PARAGRAPH_OF_ITS_OWN.matcher(trimmed).matches()) {
                    paragraph.end();
                }
                paragraph.add(number, attribute.matches() ? attribute.group(1) : trimmed);
            }
        }
        paragraph.end();
    }

    /** Checks a text that is no page, such as the description of an element. */
    public void checkText(String place, String text) {
        Paragraph paragraph = new Paragraph(place);
        paragraph.add(1, text);
        paragraph.end();
    }

    /** Lines that belong together, and where each begins. */
    private final class Paragraph {

        private final String place;
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();

        Paragraph(String place) {
            this.place = place;
        }

        void add(int number, String line) {
            String prose = CODE.matcher(line).replaceAll(" ");
            prose = MARKDOWN_LINK.matcher(prose).replaceAll(" ");
            prose = SIGNS.matcher(MACRO.matcher(prose).replaceAll(" $1 ")).replaceAll(" ");
            starts.add(text.length());
            numbers.add(number);
            text.append(prose.strip().replaceAll(" +", " ")).append(' ');
        }

        void end() {
            Matcher matcher = NUMBER_AND_UNIT.matcher(text);
            while (matcher.find()) {
                int line = 0;
                while (line + 1 < starts.size() && starts.get(line + 1) <= matcher.start()) {
                    line++;
                }
                findings.add(
                        place + ":" + numbers.get(line),
                        "\"" + matcher.group().strip()
                                + "\" is a number with a unit; refer to a limit, an assumption or a recorded result");
            }
            text.setLength(0);
            starts.clear();
            numbers.clear();
        }
    }
}
