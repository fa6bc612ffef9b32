package io.parley.site.page;

import io.parley.evidence.CatalogueEntry;
import io.parley.evidence.Evidence;
import io.parley.evidence.TestRun;
import io.parley.model.Element;
import io.parley.model.Relationship;
import io.parley.site.code.PackageCode;
import io.parley.site.code.PackageReader;
import io.parley.site.data.Decision;
import io.parley.site.data.Links;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import io.parley.threats.Place;
import io.parley.threats.Register;
import io.parley.threats.Standing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page per component: from the model, the catalogue, the decisions and the evidence, and what people wrote about it. */
final class ComponentPages {

    private final Project project;
    private final Evidence evidence;
    private final PackageReader sources;

    ComponentPages(Project project, Evidence evidence, PackageReader sources) {
        this.project = project;
        this.evidence = evidence;
        this.sources = sources;
    }

    static String shortName(Element component) {
        return component.id().substring(component.id().lastIndexOf('.') + 1);
    }

    static String pageName(Element component) {
        return Links.component(component.id()).replace(".html", "");
    }

    String source(Element component, String written) {
        StringBuilder out = new StringBuilder("= ").append(component.name()).append("\n\n");
        out.append("[.lead]\n").append(Adoc.text(component.description())).append("\n\n");
        facts(out, component);
        if (!written.isBlank()) {
            out.append(written.strip()).append("\n\n");
        }
        edges(out, component);
        offered(out, component);
        requirements(out, component);
        tests(out, component);
        return out.toString();
    }

    private void facts(StringBuilder out, Element component) {
        List<String> decisions = project.decisions().stream()
                .filter(decision -> decision.elements().contains(component.id()))
                .map(Decision::number)
                .toList();
        out.append("[.facts.data,cols=\"1,4\"]\n|===\n|Element\n|").append(Adoc.code(component.id()));
        out.append("\n\n|Package\n|").append(Adoc.code(component.properties().getOrDefault("java.package", "none")));
        out.append("\n\n|Technology\n|").append(Adoc.text(component.technology()));
        out.append("\n\n|Decisions\n|").append(Markup.list(decisions, Markup::decision));
        List<Place> places = project.threats().register().trust().places().stream()
                .filter(place -> place.elements().contains(component.id()))
                .toList();
        if (!places.isEmpty()) {
            out.append("\n\n|Threats\n|")
                    .append(places.stream().map(this::threats).collect(Collectors.joining(" +\n")));
        }
        out.append("\n\n|===\n\n");
    }

    private String threats(Place place) {
        List<Register.Entry> entries = project.threats().register().of(place);
        String counts = Stream.of(Standing.values())
                .map(standing -> entries.stream()
                                .filter(entry -> entry.standing() == standing)
                                .count()
                        + " " + standing.word())
                .collect(Collectors.joining(", "));
        return "xref:threats.adoc#" + Links.placeAnchor(place) + "[" + ThreatBlocks.heading(project.model(), place)
                + "]: " + counts;
    }

    private void edges(StringBuilder out, Element component) {
        out.append("== Relationships\n\n");
        out.append(Markup.table("edges", "6,1,2", "Relationship", "Kind", "By"));
        for (Relationship edge : project.model().relationships()) {
            if (edge.source().equals(component.id())) {
                row(out, Adoc.text(edge.verb()) + " " + Markup.element(edge.target()), edge);
            }
        }
        for (Relationship edge : project.model().relationships()) {
            if (edge.target().equals(component.id())) {
                row(out, Markup.element(edge.source()) + " " + Adoc.text(edge.verb()) + " it", edge);
            }
        }
        out.append("|===\n\n");
    }

    private static void row(StringBuilder out, String text, Relationship edge) {
        List<String> tables = edge.list("tables");
        List<String> events = edge.list("events");
        out.append("|").append(text);
        if (!tables.isEmpty()) {
            out.append(" (").append(Markup.list(tables, TableBlocks::link)).append(")");
        } else if (!events.isEmpty()) {
            out.append(" (").append(Markup.list(events, ComponentPages::event)).append(")");
        }
        out.append("\n|").append(edge.kind().tag());
        out.append("\n|").append(Adoc.text(edge.technology())).append("\n\n");
    }

    /** Without its package, which is that of the component that publishes it. */
    private static String event(String type) {
        return Adoc.code(type.substring(type.lastIndexOf('.') + 1));
    }

    private void offered(StringBuilder out, Element component) {
        String own = component.properties().getOrDefault("java.package", component.id());
        PackageCode code = sources.read(own);
        out.append("== What it offers to others\n\n");
        if (code.types().isEmpty()) {
            out.append("Nothing: none of its types is public.\n\n");
            return;
        }
        out.append("The public types of its ").append(code.files());
        out.append(" source files; everything else is closed to other packages.\n\n");
        out.append(Markup.table("offered", "3,2,6", "Type", "Kind", "What it is"));
        code.types()
                .forEach((packageName, types) -> types.forEach(type -> {
                    out.append("|").append(Adoc.code(type.name()));
                    if (!packageName.equals(own)) {
                        out.append(" +\nin ").append(Adoc.code(packageName.substring(own.length() + 1)));
                    }
                    out.append("\n|").append(type.kind());
                    out.append("\n|").append(Adoc.text(type.purpose())).append("\n\n");
                }));
        out.append("|===\n\n");
    }

    private void requirements(StringBuilder out, Element component) {
        List<CatalogueEntry> entries = project.catalogue().entries().stream()
                .filter(entry -> entry.elements().contains(component.id()))
                .toList();
        out.append("== Requirements\n\n");
        if (entries.isEmpty()) {
            out.append("No entry of the catalogue names this component; others use it to meet theirs.\n\n");
            return;
        }
        out.append(Markup.table("requirements", "1,5,2,2", "Id", "What is asked for", "Tests", "Standing"));
        for (CatalogueEntry entry : entries) {
            out.append("|").append(Markup.requirement(entry.id()));
            out.append("\n|").append(Adoc.text(entry.text()));
            out.append("\n|evidence:").append(entry.id());
            out.append("[]\n|standing:").append(entry.id()).append("[]\n\n");
        }
        out.append("|===\n\n");
    }

    private void tests(StringBuilder out, Element component) {
        String own = component.properties().getOrDefault("java.package", component.id());
        List<TestRun> runs = evidence.runs().stream()
                .filter(run -> run.test().startsWith(own + "."))
                .toList();
        out.append("== Tests of its package\n\n");
        if (runs.isEmpty()) {
            out.append("[.standing.not-run]#Not run in this build.#\n");
            return;
        }
        Map<String, List<TestRun>> byClass = runs.stream()
                .collect(Collectors.groupingBy(ComponentPages::testClass, TreeMap::new, Collectors.toList()));
        out.append(Markup.table("tests", "6,2", "Test class", "In this build"));
        byClass.forEach((name, its) -> {
            long passed = its.stream().filter(TestRun::passed).count();
            out.append("|").append(Adoc.code(name));
            out.append("\n|").append(passed).append(" of ").append(its.size()).append(" passed\n\n");
        });
        out.append("|===\n");
    }

    private static String testClass(TestRun run) {
        String name = run.test().replaceFirst("[#$(].*", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
