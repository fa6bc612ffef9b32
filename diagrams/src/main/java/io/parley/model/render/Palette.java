package io.parley.model.render;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.RelationshipKind;
import java.util.Locale;
import java.util.stream.Stream;

/** The colours of a scheme, chosen for a contrast of at least 4.5 : 1 between text and ground. */
final class Palette {

    /** Ground, border and text of a box. */
    record Box(String fill, String line, String text) {}

    private final boolean dark;

    Palette(Scheme scheme) {
        dark = scheme == Scheme.DARK;
    }

    String text() {
        return dark ? "#E8EBF0" : "#1B2430";
    }

    String faint() {
        return dark ? "#A9B3C1" : "#55606E";
    }

    String boundary() {
        return dark ? "#6B7787" : "#8A95A3";
    }

    /** Trust boundaries. */
    String risk() {
        return dark ? "#F4938B" : "#A3261F";
    }

    /** Behind the labels of arrows; pictures have no ground of their own. */
    String ground() {
        return dark ? "#14181E" : "#FFFFFF";
    }

    Box box(Element element) {
        if (element.tags().contains("kernel")) {
            return dark ? new Box("#3A3F47", "#8A95A3", "#F2F4F7") : new Box("#ECEEF1", "#6B7787", "#1B2430");
        }
        if (element.tags().contains("database")) {
            return dark ? new Box("#4A3A17", "#D9A441", "#FFF3DA") : new Box("#FFF4DC", "#A9761B", "#3A2A08");
        }
        return box(element.kind());
    }

    private Box box(ElementKind kind) {
        return switch (kind) {
            case PERSON -> dark ? new Box("#1F3A34", "#5FBFA5", "#E2F6F0") : new Box("#E1F4EE", "#1F7A63", "#0E3A2F");
            case SYSTEM, CONTAINER, INSTANCE ->
                dark ? new Box("#1D3557", "#7FAEEA", "#E6F0FD") : new Box("#E3EEFB", "#2F6DB5", "#10305A");
            case COMPONENT ->
                dark ? new Box("#2A2F4F", "#9AA6F2", "#ECEEFF") : new Box("#ECEEFD", "#4C58B8", "#1E2560");
            case INFRASTRUCTURE ->
                dark ? new Box("#3A3F47", "#8A95A3", "#F2F4F7") : new Box("#ECEEF1", "#6B7787", "#1B2430");
            case NODE, ENVIRONMENT -> new Box(ground(), boundary(), text());
        };
    }

    /** Colour of an arrow and of its label. */
    String arrow(RelationshipKind kind) {
        return switch (kind) {
            case USE -> dark ? "#5FBFA5" : "#1F7A63";
            case CALL -> dark ? "#A9B3C1" : "#55606E";
            case EVENT -> dark ? "#D39BEF" : "#8A3DB0";
            case HTTP -> dark ? "#7FAEEA" : "#2F6DB5";
            case STORE -> dark ? "#D9A441" : "#8F6110";
            case START -> dark ? "#A9B3C1" : "#55606E";
        };
    }

    /** Whether a colour is that of some arrow and its label. */
    boolean isArrow(String colour) {
        return Stream.of(RelationshipKind.values()).anyMatch(kind -> arrow(kind).equalsIgnoreCase(colour));
    }

    /** Line style in PlantUML's words; empty for a plain line. Colour never carries the kind alone. */
    static String line(RelationshipKind kind) {
        return switch (kind) {
            case EVENT -> "dashed";
            case USE, START -> "dotted";
            case CALL -> "";
            case HTTP, STORE -> "bold";
        };
    }

    /** The same line style for an SVG stroke: dash pattern and width. */
    static String stroke(RelationshipKind kind) {
        return switch (line(kind)) {
            case "dashed" -> "stroke-dasharray=\"7,5\" stroke-width=\"1.2\"";
            case "dotted" -> "stroke-dasharray=\"1,4\" stroke-width=\"1.4\"";
            case "bold" -> "stroke-width=\"2\"";
            default -> "stroke-width=\"1.2\"";
        };
    }

    static String lower(ElementKind kind) {
        return kind.label().toLowerCase(Locale.ROOT);
    }
}
