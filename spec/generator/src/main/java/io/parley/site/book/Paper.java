package io.parley.site.book;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A page's text as it stands on paper, where nothing unfolds, nothing turns dark, and every name is unique in the whole book. */
final class Paper {

    private static final String SCREEN_ONLY = ".on-dark, .filter, a.anchor, svg > title, svg > desc, script, style";

    /** A heading is kept on one sheet with what follows it: with one block, not with all of its section. */
    private static final String SECTIONS = "#preamble, .sect1, .sect2, .sect3, .sect4, .sectionbody, .scroll";

    private static final Pattern OTHER_SITE = Pattern.compile("[a-z]+:.*");

    /** Room on a sheet below a chapter's title, a lead and a heading. */
    private static final double HEIGHT_POINTS = 560;

    private static final double WIDTH_POINTS = 481;
    private static final double POINTS_PER_PIXEL = 0.75;

    private Paper() {}

    static Element of(Chapter chapter) {
        String page = chapter.page().name();
        Element article = chapter.article().clone();
        article.select(SCREEN_ONLY).remove();
        article.select(SECTIONS).unwrap();
        // The heading is what the navigation shows.
        article.expectFirst("h1").text(chapter.page().label());
        article.select("details.tests").forEach(Paper::countOnly);
        Punctuation.join(article);
        article.select("figure svg").forEach(Paper::fit);
        article.select("[title]").removeAttr("title");
        article.select("[id]").forEach(element -> element.id(Anchors.of(page, element.id())));
        article.select("a[href]").forEach(link -> lead(link, page));
        return article;
    }

    /** On paper tests are counted, not listed. */
    private static void countOnly(Element tests) {
        String count = tests.expectFirst("summary").text();
        tests.replaceWith(new Element("span").text(count.replace(" passed", " tests passed")));
    }

    /** At most as wide and high as still fits on one sheet with the heading above it. */
    private static void fit(Element drawing) {
        double width = pixels(drawing, "width");
        double height = pixels(drawing, "height");
        double fitting = Math.min(WIDTH_POINTS, HEIGHT_POINTS * width / height);
        double points = Math.min(fitting, width * POINTS_PER_PIXEL);
        drawing.attr(
                "style", String.format(Locale.ROOT, "width: %.1fpt; height: %.1fpt", points, points * height / width));
        drawing.select("a").unwrap();
    }

    private static double pixels(Element drawing, String attribute) {
        try {
            return Double.parseDouble(drawing.attr(attribute));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    attribute + "=" + drawing.attr(attribute) + ", expected pixels of a drawing", e);
        }
    }

    /** To a place in the book, or to another site; all other parts have no address on paper. */
    private static void lead(Element link, String page) {
        String address = link.attr("href");
        if (OTHER_SITE.matcher(address).matches()) {
            return;
        }
        if (Anchors.inBook(address)) {
            link.attr("href", "#" + Anchors.at(page, address));
        } else {
            link.unwrap();
        }
    }
}
