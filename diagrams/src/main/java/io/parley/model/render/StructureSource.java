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

    private final Model model;
    private final View view;
    private final Palette palette;
    private final Ids ids;
    private final StringBuilder out = new StringBuilder();

    StructureSource(Model model, View view, Palette palette) {
        this.model = model;
        this.view = view;
        this.palette = palette;
        this.ids = new Ids(view);
    }

    String text() {
        out.append("@startuml\n!pragma layout smetana\n").append(Style.common(palette));
        out.append(view.leftToRight() ? "left to right direction\n" : "top to bottom direction\n");
        out.append("skinparam nodesep 36\nskinparam ranksep 48\n");
        boxes();
        for (Relationship each : view.relationships()) {
            arrow(each);
        }
        kernelBelow();
        return out.append("@enduml\n").toString();
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
        String technology = subject.technology().isEmpty() ? "" : ": " + subject.technology();
        String kind = "[" + subject.kind().label() + technology + "]";
        String head = heading(subject, 15) + "\\n" + Texts.lines(kind, 40, 11, "");
        return view.kind() == ViewKind.DEPLOYMENT || subject.description().isEmpty()
                ? head
                : head + "\\n\\n" + Texts.lines(subject.description(), 34, 12, "");
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
        out.append("rectangle \"").append(heading(element, 13)).append(" <size:11>[");
        out.append(element.kind().label()).append("]</size>\" as scope ").append(Ids.link(element.id()));
        out.append(' ').append(Style.of(CLEAR, palette.boundary(), "dashed", palette.faint()));
        out.append(" {\n");
    }

    private void openNode(Element element) {
        out.append("rectangle \"").append(heading(element, 13)).append("\\n");
        out.append(Texts.lines("[" + element.technology() + "]", 40, 11, palette.faint()))
                .append("\\n");
        out.append(Texts.lines(element.description(), 44, 11, palette.faint())).append("\" as ");
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
        out.append(" : ").append(Texts.lines(each.verb(), 20, 11, colour));
        // Every call is a dependency inside one program; to repeat that on each arrow would be noise.
        if (each.kind() != RelationshipKind.CALL) {
            out.append("\\n").append(Texts.lines("[" + each.technology() + "]", 24, 10, colour));
        }
        out.append('\n');
    }

    /** The shared kernel has no arrows; it stands below what everyone leans on. */
    private void kernelBelow() {
        model.elements().stream()
                .filter(e -> e.tags().contains("kernel") && ids.has(e.id()))
                .forEach(kernel -> view.elements().stream()
                        .filter(id -> view.relationships().stream()
                                .anyMatch(r -> r.target().equals(id)))
                        .filter(id -> view.relationships().stream()
                                .noneMatch(r -> r.source().equals(id)))
                        .forEach(id -> out.append(ids.alias(id))
                                .append(" -[hidden]-> ")
                                .append(ids.alias(kernel.id()))
                                .append('\n')));
    }
}
