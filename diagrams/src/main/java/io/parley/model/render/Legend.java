package io.parley.model.render;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.RelationshipKind;
import io.parley.model.View;
import io.parley.model.ViewKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The legend of a view: one sample for each kind of box and arrow that occurs in it, in rows. */
final class Legend {

    private static final int ROW = 24;
    private static final double CHARACTER = 6.6;

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final Palette palette;
    private double x;
    private int y = 16;

    Legend(Model model, View view, Palette palette, int width) {
        this.width = width;
        this.palette = palette;
        Map<String, Palette.Box> boxes = new LinkedHashMap<>();
        view.elements().stream()
                .map(model::element)
                .filter(shown -> shown.kind() != ElementKind.NODE)
                .map(shown -> model.element(shown.subject()))
                .sorted(Comparator.comparing(Element::kind).thenComparing(Legend::nameOf))
                .forEach(subject -> boxes.putIfAbsent(nameOf(subject), palette.box(subject)));
        boxes.forEach(this::box);
        if (view.kind() == ViewKind.DATA_FLOW) {
            boundary();
        }
        List<RelationshipKind> kinds = view.relationships().stream()
                .map(r -> r.kind())
                .distinct()
                .sorted()
                .toList();
        x = width; // arrows begin a row of their own
        kinds.forEach(this::arrow);
        if (view.steps().stream().anyMatch(step -> step.response())) {
            sample("answer", "stroke-dasharray=\"3,3\" stroke-width=\"1.2\"", palette.faint());
        }
    }

    int height() {
        return y;
    }

    String svg() {
        return out.toString();
    }

    private static String nameOf(Element element) {
        if (element.tags().contains("kernel")) {
            return "Shared kernel: used by all, drawn without arrows";
        }
        return element.tags().contains("database") ? "Store" : element.kind().label();
    }

    private void room(String label) {
        double needed = 34 + label.length() * CHARACTER + 20;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += y == 16 && out.isEmpty() ? 0 : ROW;
        }
    }

    private void box(String label, Palette.Box box) {
        room(label);
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"26\" height=\"14\" rx=\"3\" fill=\"%s\" stroke=\"%s\"/>\n",
                x,
                y - 11,
                box.fill(),
                box.line()));
        label(label);
    }

    private void boundary() {
        String label = "Trust boundary";
        room(label);
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"26\" height=\"14\" rx=\"3\" fill=\"none\" stroke=\"%s\" stroke-dasharray=\"5,4\"/>\n",
                x,
                y - 11,
                palette.risk()));
        label(label);
    }

    private void arrow(RelationshipKind kind) {
        sample(kind.label(), Objects.requireNonNull(Palette.stroke(kind)), palette.arrow(kind));
    }

    private void sample(String label, String stroke, String colour) {
        room(label);
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" %s/>\n",
                x,
                y - 4,
                x + 20,
                y - 4,
                colour,
                stroke));
        out.append(String.format(
                Locale.ROOT,
                "<polygon points=\"%.1f,%d %.1f,%d %.1f,%d\" fill=\"%s\"/>\n",
                x + 27,
                y - 4,
                x + 19,
                y - 8,
                x + 19,
                y,
                colour));
        label(label);
    }

    private void label(String label) {
        Frame.text(out, x + 34, y, 12, "normal", palette.faint(), label);
        x += 34 + label.length() * CHARACTER + 20;
    }
}
