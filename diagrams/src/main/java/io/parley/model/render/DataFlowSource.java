package io.parley.model.render;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.ModelException;
import io.parley.model.Relationship;
import io.parley.model.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PlantUML source of a data-flow diagram: people, processes and stores inside their trust zones, and what flows between
 * them. Zones and data come from the properties {@code trust.zone} and {@code trust.data}; their meaning is defined elsewhere.
 */
final class DataFlowSource {

    private static final String CLEAR = "#FFFFFF00";

    private final Model model;
    private final View view;
    private final Palette palette;
    private final Ids ids;
    private final StringBuilder out = new StringBuilder();

    DataFlowSource(Model model, View view, Palette palette) {
        this.model = model;
        this.view = view;
        this.palette = palette;
        this.ids = new Ids(view);
    }

    String text() {
        out.append("@startuml\n!pragma layout smetana\n").append(Style.common(palette, Detail.FULL));
        out.append(view.leftToRight() ? "left to right direction\n" : "top to bottom direction\n");
        out.append("skinparam nodesep 8\nskinparam ranksep 44\n");
        zones().forEach(this::zone);
        view.relationships().forEach(this::flow);
        return out.append("@enduml\n").toString();
    }

    /** The elements of each zone, in the order of the model. */
    private Map<String, List<Element>> zones() {
        Map<String, List<Element>> zones = new LinkedHashMap<>();
        for (Element each : model.elements()) {
            if (ids.has(each.id())) {
                zones.computeIfAbsent(zoneOf(each), zone -> new java.util.ArrayList<>())
                        .add(each);
            }
        }
        return zones;
    }

    private String zoneOf(Element element) {
        @Nullable String at = element.id();
        while (at != null) {
            Element holder = model.element(at);
            String zone = holder.properties().get("trust.zone");
            if (zone != null) {
                return zone;
            }
            at = holder.parent();
        }
        throw new ModelException("The element " + element.id() + " lies in no trust zone");
    }

    private void zone(String zone, List<Element> elements) {
        out.append("rectangle \"<size:13><b>").append(Texts.safe(zone)).append("</b></size>\" ");
        out.append(Style.of(CLEAR, palette.risk(), "dashed", palette.risk())).append(" {\n");
        elements.forEach(this::box);
        out.append("}\n");
    }

    private void box(Element element) {
        Palette.Box colours = palette.box(element);
        boolean store = element.tags().contains("database");
        String word = store ? "Store" : element.kind() == ElementKind.PERSON ? "External entity" : "Process";
        out.append(store ? "database" : element.kind() == ElementKind.PERSON ? "person" : "rectangle");
        out.append(" \"<size:14><b>").append(Texts.safe(element.name())).append("</b></size>\\n<size:11>[");
        out.append(word)
                .append("]</size>\" as ")
                .append(ids.alias(element.id()))
                .append(' ');
        out.append(Ids.link(element.id())).append(' ');
        out.append(Style.of(colours.fill(), colours.line(), "", colours.text())).append('\n');
    }

    private void flow(Relationship each) {
        String colour = palette.arrow(each.kind());
        out.append(ids.alias(each.source()))
                .append(ranks(each) ? " --> " : " -[norank]-> ")
                .append(ids.alias(each.target()))
                .append(' ');
        out.append(Style.of("", colour, Palette.line(each.kind()), palette.text()));
        String data = String.join(", ", each.list("trust.data"));
        if (!data.isEmpty()) {
            out.append(" : ").append(Texts.lines(data, 18, 12, colour));
        }
        out.append('\n');
    }

    /** Data decides who stands below whom; a call or an event does so only for what no data reaches otherwise. */
    private boolean ranks(Relationship each) {
        return carries(each)
                || view.relationships().stream()
                        .noneMatch(other -> other.target().equals(each.target()) && carries(other));
    }

    private static boolean carries(Relationship each) {
        return !each.list("trust.data").isEmpty();
    }
}
