package io.parley.model.render;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.Step;
import io.parley.model.View;
import java.util.ArrayList;
import java.util.List;

/** PlantUML source of a dynamic view: a sequence diagram whose participants are the view's elements. */
final class SequenceSource {

    private final Model model;
    private final View view;
    private final Palette palette;
    private final Detail detail;
    private final Ids ids;

    SequenceSource(Model model, View view, Palette palette, Detail detail) {
        this.model = model;
        this.view = view;
        this.palette = palette;
        this.detail = detail;
        this.ids = new Ids(view);
    }

    String text() {
        StringBuilder out = new StringBuilder("@startuml\n").append(Style.common(palette, detail));
        out.append("""
                hide footbox
                skinparam SequenceLifeLineBorderColor %1$s
                skinparam SequenceMessageAlignment center
                skinparam SequenceBoxBorderColor %1$s
                skinparam SequenceBoxFontColor %2$s
                skinparam SequenceBoxBackgroundColor transparent
                <style>
                participant {
                  Padding 6
                  LineColor %1$s
                }
                </style>
                """.formatted(palette.boundary(), palette.faint()));
        String open = "";
        for (String id : participants()) {
            Element element = model.element(id);
            String frame = frame(id);
            if (!frame.equals(open)) {
                out.append(open.isEmpty() ? "" : "end box\n");
                out.append(
                        frame.isEmpty()
                                ? ""
                                : "box \"" + Texts.safe(model.element(frame).name()) + "\"\n");
                open = frame;
            }
            participant(out, element);
        }
        out.append(open.isEmpty() ? "" : "end box\n").append("autonumber \"<b>0</b>\"\n");
        for (Step step : view.steps()) {
            String colour = palette.arrow(step.relationship().kind());
            out.append(ids.alias(step.source())).append(" -[").append(colour);
            out.append(dashed(step) ? ",dashed" : "").append("]> ").append(ids.alias(step.target()));
            boolean slide = detail == Detail.SLIDE;
            out.append(" : ")
                    .append(Texts.lines(step.text(), slide ? 24 : 18, slide ? 15 : 12, colour))
                    .append('\n');
        }
        return out.append("@enduml\n").toString();
    }

    private static boolean dashed(Step step) {
        return step.response() || !Palette.line(step.relationship().kind()).matches("|bold");
    }

    /** In the order in which they first take part, but those of one frame side by side. */
    private List<String> participants() {
        List<String> ordered = new ArrayList<>();
        view.steps().stream()
                .flatMap(step -> List.of(step.source(), step.target()).stream())
                .distinct()
                .forEach(id -> ordered.add(place(ordered, frame(id)), id));
        return ordered;
    }

    private int place(List<String> ordered, String frame) {
        for (int i = ordered.size() - 1; i >= 0; i--) {
            if (!frame.isEmpty() && frame(ordered.get(i)).equals(frame)) {
                return i + 1;
            }
        }
        return ordered.size();
    }

    /** Id of the container around a component; empty for everything else. */
    private String frame(String id) {
        Element element = model.element(id);
        return element.kind() == ElementKind.COMPONENT ? String.valueOf(element.parent()) : "";
    }

    private void participant(StringBuilder out, Element element) {
        Palette.Box colours = palette.box(element);
        out.append("participant \"<color:").append(colours.text()).append("><b>");
        out.append(Texts.safe(element.name())).append("</b></color>\\n<color:").append(colours.text());
        out.append(detail == Detail.SLIDE ? "><size:13>[" : "><size:11>[")
                .append(element.kind().label())
                .append("]</size></color>\" as ");
        out.append(ids.alias(element.id()))
                .append(' ')
                .append(Ids.link(element.id()))
                .append(' ');
        out.append(colours.fill()).append("\n");
    }
}
