package io.parley.site.deck;

import io.parley.site.html.Normalizer;
import io.parley.site.html.SmallPage;
import io.parley.site.page.Measured;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * A finished deck: slides that a script moves through, and a page of notes for the speaker. The notes have a page of their
 * own because reveal.js writes its speaker window as inline code, which the security policy of the server forbids.
 */
final class DeckPage {

    private final DeckSource deck;
    private final Measured measured;
    private final Document document;

    /**
     * A deck.
     *
     * @param html what the converter made: the title, then a section per slide
     */
    DeckPage(DeckSource deck, String html, Measured measured) {
        this.deck = deck;
        this.measured = measured;
        Parser parser = Parser.htmlParser().settings(ParseSettings.preserveCase);
        document = Jsoup.parse(skeleton(), "", parser);
        document.outputSettings().prettyPrint(false);
        Element slides = document.expectFirst(".slides");
        slides.append(html);
        slides.select("> h1").remove();
        Normalizer.normalize(slides);
        List<Element> sections = slides.select("> section");
        for (int i = 0; i < sections.size() && i < deck.slides().size(); i++) {
            finish(sections.get(i), deck.slides().get(i), i == 0);
        }
    }

    private void finish(Element section, SlideSource source, boolean first) {
        if (first) {
            section.expectFirst("h2").tagName("h1");
        }
        section.select("aside.notes").forEach(notes -> notes.attr("data-time", SlideTime.text(source.time())));
        String ages = measured.inShort(source.shown());
        if (!ages.isEmpty()) {
            section.appendElement("p").addClass("ages").text(ages);
        }
    }

    /** The page of the slides. */
    String slides() {
        return document.outerHtml();
    }

    /** The page of the notes, with the time at which each slide begins. */
    String notes() {
        StringBuilder out = new StringBuilder("<p class=\"lead\">").append(SmallPage.escape(deck.summary()));
        out.append(" The talk takes ").append(SlideTime.text(deck.time())).append(" min.</p>\n");
        out.append("<p><a href=\"").append(deck.name()).append(".html\">The slides</a></p>\n");
        Duration at = Duration.ZERO;
        List<Element> sections = document.select(".slides > section");
        for (int i = 0; i < deck.slides().size() && i < sections.size(); i++) {
            SlideSource slide = deck.slides().get(i);
            Element heading = sections.get(i).expectFirst("h1, h2");
            out.append("<section class=\"note\">\n<h2 id=\"").append(slide.id()).append("\"><a href=\"");
            out.append(deck.name()).append(".html#/").append(slide.id()).append("\">");
            out.append(i + 1).append(". ").append(heading.html()).append("</a></h2>\n<p class=\"time\">at ");
            out.append(SlideTime.text(at))
                    .append(", for ")
                    .append(SlideTime.text(slide.time()))
                    .append("</p>\n");
            sections.get(i).select("aside.notes").forEach(notes -> out.append(notes.html())
                    .append('\n'));
            out.append("</section>\n");
            at = at.plus(slide.time());
        }
        return SmallPage.of(deck.title() + ": notes", out.toString());
    }

    private String skeleton() {
        return """
                <!DOCTYPE html>
                <html lang="en" class="deck">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · Parley</title>
                <link rel="icon" href="../spec/favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="reveal.css">
                <link rel="stylesheet" href="../spec/base.css">
                <link rel="stylesheet" href="deck.css">
                <script src="../spec/theme.js"></script>
                </head>
                <body>
                <div class="reveal"><div class="slides"></div></div>
                <div class="tools">
                <a href="index.html">All decks</a>
                <a href="%s-notes.html">Notes</a>
                <button type="button" class="show-notes" aria-pressed="false">Notes here <kbd>N</kbd></button>
                <button type="button" class="scheme">Light or dark <kbd>L</kbd></button>
                </div>
                <div class="speaker" role="status" hidden></div>
                <script src="reveal.js"></script>
                <script src="deck.js"></script>
                </body>
                </html>
                """.formatted(SmallPage.escape(deck.title()), deck.name());
    }
}
