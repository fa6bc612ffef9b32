package io.parley.site.page;

import io.parley.evidence.Evidence;
import io.parley.model.Model;
import io.parley.site.data.Links;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import io.parley.threats.Assessment;
import io.parley.threats.DataClass;
import io.parley.threats.Framework;
import io.parley.threats.Place;
import io.parley.threats.Register;
import io.parley.threats.Risk;
import io.parley.threats.Standing;
import io.parley.threats.Status;
import io.parley.threats.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Parts of pages that come from the threat register. */
final class ThreatBlocks {

    private final Model model;
    private final Register register;
    private final ThreatCell cell;

    ThreatBlocks(Project project, Evidence evidence) {
        this.model = project.model();
        this.register = project.threats().register();
        this.cell = new ThreatCell(register, evidence);
    }

    Map<String, Supplier<String>> byName() {
        return Map.of(
                "threats-standing", this::standing,
                "threats-worst", this::worst,
                "threats-zones", this::zones,
                "threats-data", this::data,
                "threats-operator", this::operator,
                "threats-register", this::all);
    }

    private String standing() {
        StringBuilder out = new StringBuilder(
                Markup.table("threat-counts", "4,2,2,2,2", "Asked", "Open", "Accepted", "Mitigated", "All"));
        for (Framework framework : Framework.values()) {
            List<Register.Entry> asked = register.entries().stream()
                    .filter(entry -> entry.threat().category().framework() == framework)
                    .toList();
            String where = framework == Framework.STRIDE
                    ? "STRIDE, of every flow that crosses a boundary"
                    : "LINDDUN, of every flow and store of personal data";
            out.append("|").append(where);
            for (Standing standing : Standing.values()) {
                long count = asked.stream()
                        .filter(entry -> entry.standing() == standing)
                        .count();
                out.append("\n|").append(count);
            }
            out.append("\n|").append(asked.size()).append("\n\n");
        }
        return out.append("|===").toString();
    }

    /** Scenarios of high risk that nothing stops, each once, with all threats that it stands for. */
    private String worst() {
        Map<Assessment, List<String>> open = new LinkedHashMap<>();
        for (Register.Entry entry : register.entries()) {
            for (Assessment each : entry.assessments()) {
                if (each.status() instanceof Status.Open status && status.risk() == Risk.HIGH) {
                    open.computeIfAbsent(each, key -> new ArrayList<>())
                            .add(entry.threat().id());
                }
            }
        }
        StringBuilder out =
                new StringBuilder(Markup.table("worst", "5,5,2", "What happens", "What is missing", "Closed by"));
        open.forEach((each, ids) -> {
            Status.Open status = (Status.Open) each.status();
            out.append("|")
                    .append(Adoc.text(each.scenario()))
                    .append(" threat:")
                    .append(ids.get(0))
                    .append("[]");
            out.append(ids.size() == 1 ? "" : " and " + (ids.size() - 1) + " more");
            out.append("\n|").append(Adoc.text(status.missing()));
            out.append("\n|")
                    .append(Markup.list(status.closedBy(), Markup::requirement))
                    .append("\n\n");
        });
        return out.append("|===").toString();
    }

    private String zones() {
        StringBuilder out =
                new StringBuilder(Markup.table("zones", "2,2,6", "Zone or path", "Controlled by", "What it is"));
        for (Zone zone : register.trust().zones()) {
            out.append("|").append(Adoc.code(zone.id())).append(" +\n").append(Adoc.text(zone.name()));
            out.append("\n|").append(Adoc.text(zone.control()));
            out.append("\n|").append(Adoc.text(zone.meaning())).append("\n\n");
        }
        return out.append("|===").toString();
    }

    private String data() {
        StringBuilder out = new StringBuilder(
                Markup.table("data-classes", "2,5,2,5", "Class", "What it is", "Sensitivity", "Kept"));
        for (DataClass each : register.trust().classes()) {
            out.append("|").append(Adoc.code(each.id())).append(" +\n").append(Adoc.text(each.name()));
            out.append("\n|").append(Adoc.text(each.meaning()));
            out.append("\n|").append(each.sensitivity().word()).append(each.personal() ? ", personal" : "");
            out.append("\n|");
            out.append(each.kept().isEmpty() ? "nowhere" : places(each.kept()));
            out.append("\n\n");
        }
        return out.append("|===").toString();
    }

    /** What lies where the operator rules: what can be read there first, and of that what does the most harm. */
    private String operator() {
        Map<DataClass, List<DataClass.Kept>> ruled = new LinkedHashMap<>();
        register.trust().classes().stream()
                .sorted(Comparator.comparing(DataClass::sensitivity).reversed())
                .forEach(each -> ruled.put(
                        each, each.kept().stream().filter(this::isRuled).toList()));
        StringBuilder out = new StringBuilder(
                Markup.table("operator", "2,4,3,5", "Class", "What it is", "Readable for the operator", "Where"));
        for (boolean clear : new boolean[] {true, false}) {
            ruled.forEach((each, kept) -> {
                if (!kept.isEmpty() && kept.stream().anyMatch(DataClass.Kept::clear) == clear) {
                    out.append("|").append(Adoc.text(each.name()));
                    out.append("\n|").append(Adoc.text(each.meaning()));
                    out.append("\n|").append(clear ? "yes" : "no, only what it was made into");
                    out.append("\n|").append(places(kept)).append("\n\n");
                }
            });
        }
        return out.append("|===").toString();
    }

    private boolean isRuled(DataClass.Kept kept) {
        return register.trust().stores().stream()
                .anyMatch(store -> store.element().equals(kept.element())
                        && store.zone().control().equals("the operator"));
    }

    private static String places(List<DataClass.Kept> kept) {
        return kept.stream()
                .map(place -> Markup.element(place.element()) + " " + Adoc.text(place.form()))
                .collect(Collectors.joining("\n\n"));
    }

    private String all() {
        StringBuilder out = new StringBuilder("++++\n<div class=\"filter\" data-filter=\"threats\"></div>\n++++\n\n");
        for (Place place : register.trust().places()) {
            List<Register.Entry> entries = register.of(place);
            if (!entries.isEmpty()) {
                out.append("[#")
                        .append(Links.placeAnchor(place))
                        .append("]\n=== ")
                        .append(heading(model, place))
                        .append("\n\n");
                out.append(lead(place)).append("\n\n");
                out.append(Markup.table("threats", "3,2,9", "Threat", "Standing", "What happens, and what is done"));
                entries.forEach(entry -> out.append(cell.row(entry)));
                out.append("|===\n\n");
            }
        }
        return out.toString();
    }

    static String heading(Model model, Place place) {
        return place.elements().stream().map(id -> model.element(id).name()).collect(Collectors.joining(" → "))
                + (place instanceof Place.Store ? ", what it keeps" : "");
    }

    private static String lead(Place place) {
        String data = place.data().stream().map(each -> Adoc.code(each.id())).collect(Collectors.joining(", "));
        if (place instanceof Place.Flow flow) {
            String ends = Markup.element(flow.relationship().source()) + " "
                    + Adoc.text(flow.relationship().verb()) + " "
                    + Markup.element(flow.relationship().target());
            Zone via = flow.via();
            String way = via == null
                    ? "Stays in the zone " + Adoc.code(flow.from().id())
                    : "Crosses from " + Adoc.code(flow.from().id()) + " to "
                            + Adoc.code(flow.to().id()) + " over " + Adoc.code(via.id());
            return ends + ". " + way + ". Carries " + data + ".";
        }
        Place.Store store = (Place.Store) place;
        return Markup.element(store.element()) + " lies in the zone "
                + Adoc.code(store.zone().id()) + " and keeps " + data + ".";
    }
}
