package io.parley.site.page;

import io.parley.evidence.Evidence;
import io.parley.evidence.Traceability;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.site.code.PackageReader;
import io.parley.site.data.ApiDocuments;
import io.parley.site.data.Decision;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.page.api.RestPage;
import io.parley.site.page.api.SocketPage;
import io.parley.site.text.UnitLint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts all pages together in reading order: overview, sections, components, decisions, reference. */
public final class Pages {

    private static final String OVERVIEW = "Overview";
    private static final String SPECIFICATION = "Specification";
    private static final String COMPONENTS = "Components";
    private static final String DECISIONS = "Decisions";
    private static final String REFERENCE = "Reference";
    private static final String SERVER_SOURCES = "reference-impl/server/src/main/java";

    private final Project project;
    private final UnitLint lint;
    private final Blocks blocks;
    private final Measured measured;
    private final Traceability traceability;
    private final Evidence evidence;
    private final Findings findings;
    private final List<Page> pages = new ArrayList<>();

    public Pages(Project project, Traceability traceability, Evidence evidence, Findings findings) {
        this.project = project;
        this.lint = new UnitLint(findings);
        this.blocks = new Blocks(project, traceability, evidence, findings);
        this.measured = new Measured(project);
        this.traceability = traceability;
        this.evidence = evidence;
        this.findings = findings;
    }

    /** All pages; the first is the one that opens the site. */
    public List<Page> all() {
        Path written = project.root().resolve("spec/pages");
        write("index", OVERVIEW, "In five minutes", "spec/pages/index.adoc", read(written.resolve("index.adoc")));
        for (Path file : named(written, "[0-9]{2}-.*")) {
            String name = file.getFileName().toString().replace(".adoc", "");
            String source = read(file);
            int number = Integer.parseInt(name.substring(0, 2));
            write(name, SPECIFICATION, number + " " + Page.titleOf(source), "spec/pages/" + name + ".adoc", source);
        }
        PackageReader sources = new PackageReader(project.root().resolve(SERVER_SOURCES), findings);
        ComponentPages components = new ComponentPages(project, evidence, sources);
        for (Element component : project.model().elements(ElementKind.COMPONENT)) {
            String place = "spec/pages/components/" + ComponentPages.shortName(component) + ".adoc";
            Path file = project.root().resolve(place);
            String text = Files.exists(file) ? read(file) : "";
            lint.check(place, text);
            generate(
                    ComponentPages.pageName(component),
                    COMPONENTS,
                    component.name(),
                    components.source(component, blocks.replace(place, text)));
        }
        for (Decision decision : project.decisions()) {
            String place = "adr " + decision.number();
            lint.check(place, decision.source());
            String source = new DecisionPages(project).source(decision);
            String name = decision.page().replace(".html", "");
            String label = decision.number() + " " + decision.title();
            pages.add(new Page(name, DECISIONS, label, place, measured.withList(blocks.replace(place, source))));
        }
        for (Path file : named(written, "(?!index)[a-z].*")) {
            String name = file.getFileName().toString().replace(".adoc", "");
            String source = read(file);
            write(name, REFERENCE, Page.titleOf(source), "spec/pages/" + name + ".adoc", source);
        }
        generate("requirements", REFERENCE, "Requirements", new RequirementPage(project).source());
        generate("traceability", REFERENCE, "Traceability", new TracePage(project, traceability, evidence).source());
        DataPages data = new DataPages(project, traceability, evidence);
        generate("gaps", REFERENCE, "Known gaps", data.gaps());
        generate("limits", REFERENCE, "Limits", data.limits());
        generate("errors", REFERENCE, "Errors", data.errors());
        ApiDocuments api = ApiDocuments.read(project.root());
        generate("rest", REFERENCE, "REST interface", new RestPage(api).source());
        generate("socket", REFERENCE, "Socket frames", new SocketPage(api, project.limits()).source());
        generate("elements", REFERENCE, "Elements", data.elements());
        generate("capacity-figures", REFERENCE, "Capacity in figures", new CapacityPage(project).source());
        generate("results", REFERENCE, "Results", data.results());
        generate("rules", REFERENCE, "Rules of the build", data.rules());
        new Usage(pages).check(project.registers(), findings);
        return List.copyOf(pages);
    }

    private void write(String name, String group, String label, String place, String source) {
        lint.check(place, source);
        pages.add(new Page(name, group, label, place, measured.withList(blocks.replace(place, source))));
    }

    private void generate(String name, String group, String label, String source) {
        pages.add(new Page(name, group, label, name, measured.withList(source)));
    }

    private static List<Path> named(Path directory, String pattern) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern + "\\.adoc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
