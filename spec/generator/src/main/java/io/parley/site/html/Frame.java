package io.parley.site.html;

import io.parley.site.page.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Puts navigation, table of contents, search field and footer around the body of a page. */
public final class Frame {

    /** In the top bar, or on a narrow screen below the pages. */
    private static final String PARTS = """
            <a href="../slides/index.html">Slides</a>\
            <a href="../what-if/index.html">What if</a>\
            <a href="parley.pdf">PDF</a>""";

    private static final int HEADINGS_MIN = 2;

    /** A group of more pages than this is folded away, unless the reader is in it. */
    private static final int UNFOLDED_MAX = 20;

    private final List<Page> pages;
    private final String buildLine;

    /**
     * A frame for all pages.
     *
     * @param pages in reading order
     * @param buildLine what the footer says about the build
     */
    public Frame(List<Page> pages, String buildLine) {
        this.pages = List.copyOf(pages);
        this.buildLine = buildLine;
    }

    /** The finished document of a page, from the converter's body. */
    public Document around(Page page, String body) {
        // SVG names such as viewBox are written in two cases.
        Parser parser = Parser.htmlParser().settings(ParseSettings.preserveCase);
        Document document = Jsoup.parse(skeleton(page), "", parser);
        document.outputSettings().prettyPrint(false);
        Element article = document.expectFirst("article");
        article.append(body);
        Normalizer.normalize(article);
        contents(article, document.expectFirst("aside"));
        return document;
    }

    private String skeleton(Page page) {
        int at = pages.indexOf(page);
        String title = page.name().equals("index") ? "Parley" : page.label() + " · Parley";
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" href="favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="base.css">
                <link rel="stylesheet" href="site.css">
                <script src="theme.js"></script>
                <script src="site.js" defer></script>
                </head>
                <body>
                <a class="skip" href="#content">Skip to the content</a>
                <header class="top">
                <button type="button" class="icon menu" aria-controls="pages" aria-expanded="false" aria-label="Pages"><svg \
                viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h18M3 12h18M3 18h18"></path></svg></button>
                <a class="brand" href="index.html"><span class="mark" aria-hidden="true"></span>Parley</a>
                <div class="search" role="search">
                <input type="search" placeholder="Search" aria-label="Search all pages" autocomplete="off" spellcheck="false">
                <kbd aria-hidden="true">/</kbd>
                <div class="hits" hidden></div>
                </div>
                <nav class="parts" aria-label="Parts">%s</nav>
                <button type="button" class="icon theme" aria-label="Switch between light and dark"><svg \
                viewBox="0 0 24 24" aria-hidden="true"><path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 \
                10.5z"></path></svg></button>
                </header>
                <div class="frame">
                <nav id="pages" class="pages" aria-label="Pages">
                %s<div class="parts-below">
                <h2>Parts</h2>
                %s</div>
                </nav>
                <main id="content">
                <p class="crumb">%s</p>
                <article></article>
                <nav class="turn" aria-label="Previous and next page">%s%s</nav>
                <footer>%s</footer>
                </main>
                <aside class="contents" aria-label="On this page"></aside>
                </div>
                </body>
                </html>
                """.formatted(
                        escape(title),
                        PARTS,
                        navigation(page),
                        PARTS,
                        escape(page.group()),
                        at > 0 ? turn("prev", "Previous", pages.get(at - 1)) : "<span></span>",
                        at + 1 < pages.size() ? turn("next", "Next", pages.get(at + 1)) : "<span></span>",
                        buildLine);
    }

    private String navigation(Page current) {
        Map<String, List<Page>> groups =
                pages.stream().collect(Collectors.groupingBy(Page::group, LinkedHashMap::new, Collectors.toList()));
        StringBuilder out = new StringBuilder();
        groups.forEach((group, members) -> {
            out.append("<h2>").append(escape(group)).append("</h2>\n");
            boolean folded = members.size() > UNFOLDED_MAX;
            if (folded) {
                out.append("<details").append(group.equals(current.group()) ? " open" : "");
                out.append("><summary>").append(members.size()).append(" pages</summary>\n");
            }
            out.append("<ul>\n");
            for (Page page : members) {
                out.append("<li><a href=\"").append(page.file()).append('"');
                out.append(page.equals(current) ? " aria-current=\"page\"" : "");
                out.append('>').append(escape(page.label())).append("</a></li>\n");
            }
            out.append("</ul>\n").append(folded ? "</details>\n" : "");
        });
        return out.toString();
    }

    private static String turn(String rel, String word, Page page) {
        return "<a rel=\"" + rel + "\" href=\"" + page.file() + "\"><small>" + word + "</small> " + escape(page.label())
                + "</a>";
    }

    private static void contents(Element article, Element aside) {
        List<Element> headings = article.select("h2[id], h3[id]");
        if (headings.size() < HEADINGS_MIN) {
            aside.remove();
            return;
        }
        StringBuilder out = new StringBuilder("<h2>On this page</h2><ul>");
        for (Element heading : headings) {
            out.append("<li class=\"")
                    .append(heading.normalName())
                    .append("\"><a href=\"#")
                    .append(heading.id());
            out.append("\">").append(breakable(heading.text())).append("</a></li>");
        }
        aside.append(out.append("</ul>").toString());
    }

    /** An address may break after its slashes. */
    private static String breakable(String heading) {
        return escape(heading).replace("/", "/<wbr>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
