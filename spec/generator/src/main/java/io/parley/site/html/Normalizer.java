package io.parley.site.html;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Makes the converter's HTML fit for the site: no inline styles, which a strict content security policy would drop, and
 * tables that a phone can show row by row.
 */
public final class Normalizer {

    private Normalizer() {}

    /** Changes what stands below an element. */
    public static void normalize(Element body) {
        body.select("svg [style], svg[style]").forEach(Normalizer::styleToAttributes);
        body.select("col[style]").forEach(Normalizer::columnWidth);
        body.select("table[style]").forEach(table -> table.removeAttr("style")); // a width that the style sheet gives
        body.select("p.tableblock").stream().filter(p -> p.childNodeSize() == 0).forEach(Element::remove);
        body.select("table").forEach(Normalizer::table);
        body.select("a.anchor").forEach(link -> link.attr("aria-label", "Link to this section"));
    }

    /** Presentation attributes of SVG mean the same as the style properties that a drawing uses. */
    private static void styleToAttributes(Element element) {
        for (String property : element.attr("style").split(";", -1)) {
            String[] parts = property.split(":", 2);
            if (parts.length == 2) {
                element.attr(parts[0].strip(), parts[1].strip());
            }
        }
        element.removeAttr("style");
    }

    private static void columnWidth(Element column) {
        String percent = column.attr("style").replaceAll("[^0-9.]", "");
        column.removeAttr("style");
        if (!percent.isEmpty()) {
            column.addClass("w" + Math.round(Double.parseDouble(percent) / 5) * 5);
        }
    }

    private static void table(Element table) {
        List<String> headings = table.select("> thead > tr > th").eachText();
        if (!headings.isEmpty()) {
            table.addClass("stacks");
            for (Element row : table.select("> tbody > tr")) {
                Elements cells = row.children();
                for (int i = 0; i < cells.size() && i < headings.size(); i++) {
                    cells.get(i).attr("data-label", headings.get(i));
                }
            }
        }
        table.wrap("<div class=\"scroll\"></div>");
    }
}
