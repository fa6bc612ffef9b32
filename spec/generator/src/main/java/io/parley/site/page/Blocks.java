package io.parley.site.page;

import io.parley.evidence.CatalogueEntry;
import io.parley.evidence.Evidence;
import io.parley.evidence.Profile;
import io.parley.evidence.Scenario;
import io.parley.evidence.Standing;
import io.parley.evidence.Traceability;
import io.parley.model.ElementKind;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of written pages and slides that come from data: a line {@code generated::name[]} is replaced. */
public final class Blocks {

    private static final Pattern LINE = Pattern.compile("(?m)^generated::([a-z-]+)\\[\\]$");

    private final Project project;
    private final Traceability traceability;
    private final Findings findings;
    private final Map<String, Supplier<String>> byName = new TreeMap<>();

    public Blocks(Project project, Traceability traceability, Evidence evidence, Findings findings) {
        this.project = project;
        this.traceability = traceability;
        this.findings = findings;
        byName.put("profiles", this::profiles);
        byName.put("sources", this::sources);
        byName.put("quality-goals", this::qualityGoals);
        byName.put("quality-scenarios", this::qualityScenarios);
        byName.put("invariants", this::invariants);
        byName.put("components", this::components);
        byName.put("standing", this::standing);
        byName.putAll(new DecisionBlocks(project).byName());
        byName.putAll(new RegisterBlocks(project, findings).byName());
        byName.putAll(new TableBlocks(project, findings).byName());
        byName.putAll(new CapacityBlocks(project).byName());
        byName.putAll(new LoadBlocks(project).byName());
        byName.putAll(new DirectLoadBlocks(project).byName());
        byName.putAll(new ProfileBlocks(project, traceability).byName());
        byName.putAll(new SettingBlocks(project, findings).byName());
        byName.putAll(new ThreatBlocks(project, evidence).byName());
    }

    /** The source with each such line replaced; an unknown name is a finding. */
    public String replace(String place, String source) {
        Matcher matcher = LINE.matcher(source);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            Supplier<String> block = byName.get(matcher.group(1));
            if (block == null) {
                findings.add(place, "there is no generated block " + matcher.group(1));
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(block == null ? "" : block.get()));
        }
        return matcher.appendTail(out).toString();
    }

    private String profiles() {
        StringBuilder out =
                new StringBuilder(Markup.table("profiles", "1,3,4", "Profile", "Who uses it", "What it must hold"));
        for (Profile profile : project.catalogue().profiles()) {
            out.append("|").append(Adoc.code(profile.id()));
            out.append("\n|").append(Adoc.text(profile.users()));
            out.append("\n|").append(Adoc.text(profile.holds())).append("\n\n");
        }
        return out.append("|===").toString();
    }

    private String sources() {
        StringBuilder out = new StringBuilder(Markup.table("sources", "1,2,6", "Number", "Kind", "What it asks for"));
        project.catalogue().sources().forEach(source -> out.append("|")
                .append(source.id())
                .append("\n|")
                .append(Adoc.text(source.kind()))
                .append("\n|")
                .append(Adoc.text(source.title()))
                .append("\n\n"));
        return out.append("|===").toString();
    }

    private String qualityGoals() {
        StringBuilder out = new StringBuilder(Markup.table("goals", "1,2,6,2", "Id", "Goal", "Measure", "Standing"));
        for (CatalogueEntry goal : ofGroup("QG")) {
            out.append("|").append(Markup.requirement(goal.id()));
            out.append("\n|").append(Adoc.text(String.valueOf(goal.title())));
            Scenario scenario = goal.scenario();
            out.append("\n|").append(Adoc.text(scenario == null ? goal.text() : scenario.measure()));
            out.append("\n|standing:").append(goal.id()).append("[]\n\n");
        }
        return out.append("|===").toString();
    }

    private String qualityScenarios() {
        StringBuilder out = new StringBuilder();
        for (CatalogueEntry goal : ofGroup("QG")) {
            Scenario scenario = goal.scenario();
            if (scenario == null) {
                findings.add("quality-goals.yaml", goal.id() + " has no scenario");
                continue;
            }
            out.append("=== ").append(goal.id()).append(" ").append(Adoc.text(String.valueOf(goal.title())));
            out.append("\n\n")
                    .append(Markup.requirement(goal.id()))
                    .append(" standing:")
                    .append(goal.id());
            out.append("[] · ").append(Adoc.text(String.valueOf(goal.characteristic())));
            out.append("\n\n[.scenario.data,cols=\"1,4\"]\n|===\n");
            row(out, "Source", scenario.source());
            row(out, "Stimulus", scenario.stimulus());
            row(out, "Environment", scenario.environment());
            row(out, "Artifact", scenario.artifact());
            row(out, "Response", scenario.response());
            row(out, "Measure", scenario.measure());
            row(out, "Check", String.valueOf(goal.check()));
            out.append("|===\n\n");
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String name, String text) {
        out.append("|").append(name).append("\n|").append(Adoc.text(text)).append("\n\n");
    }

    private String invariants() {
        StringBuilder out =
                new StringBuilder(Markup.table("invariants", "1,2,6,2", "Id", "Name", "Always true", "Standing"));
        for (CatalogueEntry invariant : ofGroup("INV")) {
            out.append("|").append(Markup.requirement(invariant.id()));
            out.append("\n|").append(Adoc.text(String.valueOf(invariant.title())));
            out.append("\n|").append(Adoc.text(invariant.text()));
            out.append("\n|standing:").append(invariant.id()).append("[]\n\n");
        }
        return out.append("|===").toString();
    }

    private String components() {
        StringBuilder out =
                new StringBuilder(Markup.table("components", "2,6,2", "Component", "Purpose", "Technology"));
        project.model().elements(ElementKind.COMPONENT).forEach(component -> out.append("|")
                .append(Markup.element(component.id()))
                .append("\n|")
                .append(Adoc.text(component.description()))
                .append("\n|")
                .append(Adoc.text(component.technology()))
                .append("\n\n"));
        return out.append("|===").toString();
    }

    private String standing() {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        project.catalogue()
                .entries()
                .forEach(entry -> counts.merge(traceability.standing(entry.id()), 1, Integer::sum));
        StringBuilder out = new StringBuilder("[.counts.data,cols=\"1,3\"]\n|===\n");
        counts.forEach((standing, count) -> out.append("|")
                .append(count)
                .append("\n|")
                .append(standing.word())
                .append("\n\n"));
        return out.append("|===").toString();
    }

    private Iterable<CatalogueEntry> ofGroup(String group) {
        return project.catalogue().entries().stream()
                .filter(entry -> entry.group().equals(group))
                .toList();
    }
}
