package io.parley.site.book;

import io.parley.site.page.Page;
import io.parley.site.text.Anchors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One AsciiDoc document of all pages: a part for each group of the navigation, a chapter for each page. */
final class BookSource {

    /** What only a browser can show. */
    private static final Pattern HTML_ONLY = Pattern.compile("(?ms)^\\+\\+\\+\\+$.*?^\\+\\+\\+\\+$\\n?");

    /** Slides and the capacity page are no part of it; their links become text. */
    private static final Pattern OTHER_PART = Pattern.compile("link:\\.\\./[^\\[\\s]*\\[([^\\]]*)\\]");

    /** A heading whose figure follows at once: only these are laid out twice, so that both stand on one sheet. */
    private static final Pattern HEADING_OF_FIGURE = Pattern.compile("(?m)^(={2,5} .+\\n\\ndiagram::)");

    private static final Pattern TABLE =
            Pattern.compile("(?ms)^\\[[^\\n]*cols=\"([^\"]*)\"[^\\n]*\\n\\|===$.*?^\\|===$");

    /** Between two paragraphs of a cell, not before the next cell. */
    private static final Pattern PARAGRAPHS_OF_CELL = Pattern.compile("(?m)\\n\\n(?![^\\s|\\[]*\\||$)");

    /** The converter leaves a whole line free between paragraphs of a cell; this one is lower, with both its ends. */
    private static final String LOW_LINE = "[.paragraph-gap]## +\n&#160; +\n##";

    /** On paper the matrix counts tests instead of listing them; the room goes to the result and its words. */
    private static final Pattern MATRIX_WIDTHS = Pattern.compile("(\\[\\.matrix\\.data,cols=)\"(?:\\d+,){5}\\d+\"");

    private BookSource() {}

    static String of(List<Page> pages, String buildLine) {
        StringBuilder out = new StringBuilder("""
                = Parley
                The architecture of a messaging platform, held against its implementation
                :doctype: book
                :toc:
                :toclevels: 1
                :sectnums!:
                :outlinelevels: 2
                :revnumber!:
                """);
        out.append(":revdate: ").append(buildLine).append("\n:nofooter!:\n");
        String group = "";
        for (Page page : pages) {
            if (!Anchors.inBook(page.name())) {
                continue;
            }
            if (!page.group().equals(group)) {
                group = page.group();
                out.append("\n:leveloffset: 0\n:idprefix: part-\n\n= ")
                        .append(group)
                        .append('\n');
            }
            out.append("\n:leveloffset: 1\n:idprefix: ").append(Anchors.prefix(page.name()));
            out.append("\n\n[#").append(Anchors.top(page.name())).append("]\n");
            out.append(chapter(page)).append('\n');
        }
        return out.toString();
    }

    /** The page's text under the heading that the navigation shows. */
    private static String chapter(Page page) {
        String source = HTML_ONLY.matcher(page.source()).replaceAll("");
        source = OTHER_PART.matcher(source).replaceAll("$1");
        // The converter's fonts have no raised digits beyond three.
        source = source.replaceAll("([⁴-⁹])", "^$1^")
                .replace('⁴', '4')
                .replace('⁵', '5')
                .replace('⁶', '6')
                .replace('⁷', '7')
                .replace('⁸', '8')
                .replace('⁹', '9');
        String renamed = Anchors.rename(page.name(), source.strip());
        renamed = HEADING_OF_FIGURE.matcher(renamed).replaceAll("[%breakable]\n$1");
        renamed = TABLE.matcher(renamed)
                .replaceAll(table ->
                        Matcher.quoteReplacement(table.group(1).contains("a") ? table.group() : closer(table.group())));
        renamed = MATRIX_WIDTHS.matcher(renamed).replaceAll("$1\"112,58,65,99,46,101\"");
        int end = renamed.indexOf('\n');
        return "= " + page.label() + (end < 0 ? "" : renamed.substring(end)) + "\n";
    }

    private static String closer(String table) {
        return PARAGRAPHS_OF_CELL.matcher(table).replaceAll(Matcher.quoteReplacement(LOW_LINE));
    }
}
