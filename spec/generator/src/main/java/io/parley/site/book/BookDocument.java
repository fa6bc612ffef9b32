package io.parley.site.book;

import io.parley.site.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** One document of all chapters: title, contents, a part for each group of the navigation, a chapter for each page. */
final class BookDocument {

    private static final String STYLE = "/io/parley/site/book/book.css";

    private final Element bookmarks;
    private final Element contents;
    private final Element body;
    private Element partMark;
    private String part = "";

    private BookDocument(Document document) {
        bookmarks = document.head().appendElement("bookmarks");
        partMark = bookmarks;
        body = document.body();
        contents = body.expectFirst(".contents");
    }

    static Document of(List<Chapter> chapters, String buildLine) throws IOException {
        // SVG names such as viewBox are written in two cases.
        Document document = Jsoup.parse("""
                <html lang="en"><head><title>Parley</title><style></style></head><body>
                <section class="cover">
                <h1>Parley</h1>
                <p class="subtitle">The architecture of a messaging platform, held against its implementation</p>
                <p class="built"></p>
                </section>
                <section class="contents"><h1>Contents</h1></section>
                </body></html>
                """, "", Parser.htmlParser().settings(ParseSettings.preserveCase));
        document.expectFirst("style").appendText(style());
        document.expectFirst(".built").text(buildLine);
        BookDocument book = new BookDocument(document);
        for (Chapter chapter : chapters) {
            if (Anchors.inBook(chapter.page().file())) {
                book.add(chapter);
            }
        }
        return document;
    }

    private void add(Chapter chapter) {
        Page page = chapter.page();
        Element section = body.appendElement("section").addClass("chapter");
        String top = Anchors.top(page.name());
        boolean begins = !page.group().equals(part);
        if (begins) {
            part = page.group();
            section.appendElement("h1").addClass("part").text(part);
            partMark = mark(bookmarks, part, top);
            entry("part", part, top);
        }
        // Taken out of the text and put at the head of the sheets, until the next ones come.
        section.prependElement("div").addClass("running chapter-name").text(page.label());
        section.prependElement("div").addClass("running part-name").text(part);
        section.attr("id", top);
        mark(partMark, page.label(), top);
        entry("of-part", page.label(), top);
        section.appendChild(Paper.of(chapter));
    }

    private void entry(String role, String label, String anchor) {
        contents.appendElement("p")
                .addClass(role)
                .appendElement("a")
                .attr("href", "#" + anchor)
                .text(label);
    }

    private static Element mark(Element parent, String label, String anchor) {
        return parent.appendElement("bookmark").attr("name", label).attr("href", "#" + anchor);
    }

    private static String style() throws IOException {
        try (InputStream style = BookDocument.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new IOException(STYLE + " is not on the class path");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
