package io.parley.site.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view of the model, drawn for each medium.
 *
 * @param figure HTML of a page: both colour schemes, of which the style sheet shows one
 * @param slide HTML of a slide: the same with few words in large letters
 * @param light SVG for paper
 * @param title what it shows
 */
public record Drawing(String figure, String slide, String light, String title) {

    /** Room on a sheet below a chapter's title, a lead and a heading. */
    private static final int PAPER_HEIGHT_POINTS = 560;

    private static final int PAPER_WIDTH_POINTS = 481;
    private static final double POINTS_PER_PIXEL = 0.75;
    private static final Pattern SIZE = Pattern.compile("<svg[^>]* width=\"([0-9.]+)\" height=\"([0-9.]+)\"");

    /** Width on paper with its unit, at which it still fits on one sheet with the heading above it. */
    String paperWidth() {
        Matcher size = SIZE.matcher(light);
        if (!size.find()) {
            throw new IllegalStateException("light=" + title + ", expected an SVG with width and height");
        }
        double width = Double.parseDouble(size.group(1));
        double height = Double.parseDouble(size.group(2));
        double fitting = Math.min(PAPER_WIDTH_POINTS, PAPER_HEIGHT_POINTS * width / height);
        return Math.round(Math.min(fitting, width * POINTS_PER_PIXEL)) + "pt";
    }
}
