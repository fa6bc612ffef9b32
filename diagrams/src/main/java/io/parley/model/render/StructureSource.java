package io.parley.model.render;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.Relationship;
import io.parley.model.RelationshipKind;
import io.parley.model.View;
import io.parley.model.ViewKind;
import java.util.List;
import java.util.Objects;

/** PlantUML source of a view that shows boxes and arrows. */
final class StructureSource {

    private static final String CLEAR = "#FFFFFF00";
    /** More boxes than these leave no room for descriptions at the width of a page; their own pages have them. */
    private static final int DESCRIBED_MAX = 6;

    private final Model model;
    private final View view;
    private final Palette palette;
    private final Detail detail;
    private final Ids ids;
    private final StringBuilder out = new StringBuilder();

    StructureSource(Model model, View view, Palette palette, Detail detail) {
        this.model = model;
        this.view = view;
        this.palette = palette;
        this.detail = detail;
        this.ids = new Ids(view);
    }

    String text() {
        out.append("@startuml\n!pragma layout smetana\n").append(Style.common(palette, detail));
        out.append(view.leftToRight() ? "left to right direction\n" : "top to bottom direction\n");
        out.append(spacing());
        boxes();
        for (Relationship each : view.relationships()) {
            arrow(each);
        }
        kernelBeside();
        return out.append("@enduml\n").toString();
    }

    private String spacing() {
        if (detail == Detail.SLIDE) {
            return "skinparam nodesep 36\nskinparam ranksep 48\n";
        }
        return view.leftToRight()
                ? "skinparam nodesep 32\nskinparam ranksep 26\n"
                : "skinparam nodesep 28\nskinparam ranksep 44\n";
    }

    /** Children of the scope stand in a frame, whatever else is shown stands around it. */
    private void boxes() {
        String scope = view.scope();
        boolean framed = view.kind() != ViewKind.DEPLOYMENT
                && scope != null
                && !ids.has(scope)
                && view.elements().stream()
                        .anyMatch(id -> !scope.equals(model.element(id).parent()));
        if (scope != null && framed) {
            openFrame(model.element(scope));
            shownChildren(scope).forEach(this::box);
            out.append("}\n");
        }
        model.elements().stream()
                .filter(e -> ids.has(e.id()))
                .filter(e -> e.parent() == null || !ids.has(e.parent()))
                .filter(e -> !framed || !Objects.equals(e.parent(), scope))
                .forEach(this::box);
    }

    private List<Element> shownChildren(String id) {
        return model.children(id).stream().filter(e -> ids.has(e.id())).toList();
    }

    private void box(Element element) {
        if (view.kind() == ViewKind.DEPLOYMENT && element.kind() == ElementKind.NODE) {
            openNode(element);
            shownChildren(element.id()).forEach(this::box);
            out.append("}\n");
            return;
        }
        Palette.Box colours = palette.box(subject(element));
        out.append(shape(subject(element))).append(" \"").append(label(element)).append("\" as ");
        out.append(ids.alias(element.id())).append(' ').append(Ids.link(element.subject()));
        out.append(' ')
                .append(Style.of(colours.fill(), colours.line(), "", colours.text()))
                .append('\n');
    }

    private Element subject(Element element) {
        return model.element(element.subject());
    }

    private String label(Element element) {
        Element subject = subject(element);
        if (detail == Detail.SLIDE) {
            String below = subject.technology().isEmpty() ? subject.kind().label() : subject.technology();
            return heading(subject, 21) + "\\n" + Texts.lines(below, 26, 16, "");
        }
        String technology = subject.technology().isEmpty() ? "" : ": " + subject.technology();
        String kind = "[" + subject.kind().label() + technology + "]";
        String head = heading(subject, 16) + "\\n" + Texts.lines(kind, 24, 11, "");
        boolean described = view.kind() != ViewKind.DEPLOYMENT
                && view.elements().size() <= DESCRIBED_MAX
                && !subject.description().isEmpty();
        return described ? head + "\\n\\n" + Texts.lines(subject.description(), 27, 12, "") : head;
    }

    private static String heading(Element element, int size) {
        return "<size:" + size + "><b>" + Texts.safe(element.name()) + "</b></size>";
    }

    private static String shape(Element subject) {
        if (subject.kind() == ElementKind.PERSON) {
            return "person";
        }
        return subject.tags().contains("database") ? "database" : "rectangle";
    }

    private void openFrame(Element element) {
        int size = detail == Detail.SLIDE ? 18 : 13;
        out.append("rectangle \"")
                .append(heading(element, size))
                .append(" <size:")
                .append(size - 2);
        out.append(">[")
                .append(element.kind().label())
                .append("]</size>\" as scope ")
                .append(Ids.link(element.id()));
        out.append(' ').append(Style.of(CLEAR, palette.boundary(), "dashed", palette.faint()));
        out.append(" {\n");
    }

    private void openNode(Element element) {
        boolean slide = detail == Detail.SLIDE;
        out.append("rectangle \"").append(heading(element, slide ? 18 : 13)).append("\\n");
        out.append(Texts.lines("[" + element.technology() + "]", slide ? 40 : 24, slide ? 16 : 11, palette.faint()));
        out.append(slide ? "" : "\\n" + Texts.lines(element.description(), 24, 11, palette.faint()));
        out.append("\" as ");
        out.append(ids.alias(element.id())).append(' ').append(Ids.link(element.id()));
        out.append(' ').append(Style.of(CLEAR, palette.boundary(), "", palette.text()));
        out.append(" {\n");
    }

    private void arrow(Relationship each) {
        String colour = palette.arrow(each.kind());
        // Events run against the calls. Their arrows must not turn the layers upside down.
        boolean up = each.kind() == RelationshipKind.EVENT;
        out.append(ids.alias(up ? each.target() : each.source())).append(up ? " <-- " : " --> ");
        out.append(ids.alias(up ? each.source() : each.target()));
        out.append(' ').append(Style.of("", colour, Palette.line(each.kind()), palette.text()));
        label(each, colour);
        out.append('\n');
    }

    /** Every call is a dependency inside one program; to repeat that on each arrow, or to read each aloud, would be noise. */
    private void label(Relationship each, String colour) {
        boolean call = each.kind() == RelationshipKind.CALL;
        if (detail == Detail.SLIDE) {
            out.append(call ? "" : " : " + Texts.lines(each.verb(), 20, 16, colour));
            return;
        }
        out.append(" : ").append(Texts.lines(each.verb(), 16, 12, colour));
        if (!call) {
            out.append("\\n").append(Texts.lines("[" + each.technology() + "]", 18, 11, colour));
        }
    }

    /** The shared kernel has no arrows; it stands beside what everyone leans on. */
    private void kernelBeside() {
        model.elements().stream()
                .filter(e -> e.tags().contains("kernel") && ids.has(e.id()))
                .forEach(kernel -> view.relationships().stream()
                        .map(Relationship::source)
                        .filter(id -> view.relationships().stream()
                                .anyMatch(r -> r.target().equals(id)))
                        .distinct()
                        .forEach(id -> out.append(ids.alias(id))
                                .append(" -[hidden]-> ")
                                .append(ids.alias(kernel.id()))
                                .append('\n')));
    }
}
