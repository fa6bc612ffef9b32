package io.parley.site.book;

import io.parley.site.page.Page;
import io.parley.site.text.Anchors;
import java.util.List;
import java.util.regex.Pattern;

/** One AsciiDoc document of all pages: a part for each group of the navigation, a chapter for each page. */
final class BookSource {

    /** What only a browser can show. */
    private static final Pattern HTML_ONLY = Pattern.compile("(?ms)^\\+\\+\\+\\+$.*?^\\+\\+\\+\\+$\\n?");

    /** Slides and the capacity page are no part of it; their links become text. */
    private static final Pattern OTHER_PART = Pattern.compile("link:\\.\\./[^\\[\\s]*\\[([^\\]]*)\\]");

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
        int end = renamed.indexOf('\n');
        return "= " + page.label() + (end < 0 ? "" : renamed.substring(end)) + "\n";
    }
}
