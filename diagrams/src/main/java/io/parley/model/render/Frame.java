package io.parley.model.render;

import io.parley.model.Model;
import io.parley.model.View;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;

/** Cleans a drawn diagram for inline use and puts title and legend around it. */
final class Frame {

    private static final int MARGIN = 16;
    private static final int HEAD = 56;
    private static final int LEGEND_WIDTH_MIN = 560;

    private final Model model;
    private final View view;
    private final Scheme scheme;
    private final Palette palette;
    private final Detail detail;
    private final UnaryOperator<String> linkOf;

    Frame(Model model, View view, Scheme scheme, Palette palette, Detail detail, UnaryOperator<String> linkOf) {
        this.model = model;
        this.view = view;
        this.scheme = scheme;
        this.palette = palette;
        this.detail = detail;
        this.linkOf = linkOf;
    }

    Picture around(String drawn) {
        Document document = Jsoup.parse(drawn, "", Parser.xmlParser());
        Element svg = document.selectFirst("svg");
        if (svg == null) {
            throw new PictureException("view=" + view.key() + ", expected an svg element");
        }
        String[] box = svg.attr("viewBox").split(" ", -1);
        int innerWidth = (int) Math.ceil(Double.parseDouble(box[2]));
        int innerHeight = (int) Math.ceil(Double.parseDouble(box[3]));
        document.outputSettings()
                .prettyPrint(false)
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml);
        clean(svg);
        boolean framed = detail == Detail.FULL;
        Legend legend = new Legend(model, view, palette, Math.max(innerWidth, LEGEND_WIDTH_MIN));
        int width = Math.max(innerWidth, framed ? LEGEND_WIDTH_MIN : 0) + 2 * MARGIN;
        int head = framed ? HEAD : 0;
        int height = head + innerHeight + (framed ? legend.height() + MARGIN : 0) + MARGIN;
        int left = MARGIN + (width - 2 * MARGIN - innerWidth) / 2;
        String prefix = view.key() + "-" + scheme.name().toLowerCase(Locale.ROOT) + (framed ? "" : "-slide");
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" id=\"")
                .append(prefix);
        out.append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width);
        out.append("\" height=\"")
                .append(height)
                .append("\" role=\"")
                .append(svg.selectFirst("a") == null ? "img" : "group")
                .append("\" aria-labelledby=\"")
                .append(prefix);
        out.append("-title ")
                .append(prefix)
                .append("-desc\" font-family=\"")
                .append(FONTS)
                .append("\">\n<title id=\"");
        out.append(prefix).append("-title\">").append(escape(view.title())).append("</title>\n<desc id=\"");
        out.append(prefix).append("-desc\">").append(escape(view.description())).append("</desc>\n");
        if (framed) {
            text(out, MARGIN, 30, 18, "bold", palette.text(), view.title());
            text(out, MARGIN, 50, 12.5, "normal", palette.faint(), view.description());
        }
        out.append("<g transform=\"translate(")
                .append(left)
                .append(',')
                .append(head + MARGIN / 2)
                .append(")\">");
        out.append(svg.html()).append("</g>\n");
        if (framed) {
            out.append("<g class=\"legend\" transform=\"translate(")
                    .append(MARGIN)
                    .append(',')
                    .append(head + innerHeight + MARGIN)
                    .append(")\">\n")
                    .append(legend.svg())
                    .append("</g>\n");
        }
        out.append("</svg>\n");
        return new Picture(view.key(), scheme, view.title(), view.description(), out.toString(), width, height);
    }

    /** Measured with whatever sans serif the machine has, shown with the reader's: every text is centred on its place. */
    static final String FONTS = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    private void clean(Element svg) {
        svg.select("script, style, title, desc, foreignObject, image, use, filter")
                .remove();
        svg.select("[fill-opacity=0]:not([stroke])").remove(); // hover areas of PlantUML's own script
        removeComments(svg);
        for (Element each : svg.getAllElements()) {
            centre(each);
            for (Attribute attribute : each.attributes().asList()) {
                String name = attribute.getKey();
                boolean foreign = name.contains(":") || name.startsWith("on") || name.startsWith("data-");
                if (foreign || ATTRIBUTES_TO_DROP.contains(name)) {
                    each.removeAttr(name);
                }
            }
        }
        for (Element link : svg.select("a")) {
            String href = link.attr("href");
            String target =
                    href.startsWith(Ids.PLACEHOLDER) ? linkOf.apply(href.substring(Ids.PLACEHOLDER.length())) : "";
            link.removeAttr("href");
            if (target.isEmpty()) {
                link.unwrap();
            } else {
                link.attr("href", target);
            }
        }
    }

    private static final java.util.Set<String> ATTRIBUTES_TO_DROP =
            java.util.Set.of("id", "class", "target", "title", "font-family", "codeLine", "textLength", "lengthAdjust");

    private void centre(Element each) {
        if (each.normalName().equals("text") && each.hasAttr("textLength")) {
            double width = Double.parseDouble(each.attr("textLength"));
            if (detail == Detail.FULL && palette.isArrow(each.attr("fill"))) {
                each.before(ground(each, width));
            }
            double middle = Double.parseDouble(each.attr("x")) + width / 2;
            each.attr("x", decimal(middle)).attr("text-anchor", "middle");
        }
    }

    /** A label of an arrow may come to lie on a frame or another arrow. */
    private Element ground(Element label, double width) {
        double size = Double.parseDouble(label.attr("font-size"));
        return new Element("rect")
                .attr("x", label.attr("x"))
                .attr("y", decimal(Double.parseDouble(label.attr("y")) - size * 0.9))
                .attr("width", decimal(width))
                .attr("height", decimal(size * 1.15))
                .attr("fill", palette.ground());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void removeComments(Element root) {
        root.filter(new org.jsoup.select.NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                boolean drop = node instanceof Comment || node instanceof XmlDeclaration;
                return drop ? FilterResult.REMOVE : FilterResult.CONTINUE;
            }
        });
    }

    static void text(StringBuilder out, double x, double y, double size, String weight, String colour, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" font-weight=\"%s\" fill=\"%s\">%s</text>\n",
                x,
                y,
                size,
                weight,
                colour,
                escape(text)));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
