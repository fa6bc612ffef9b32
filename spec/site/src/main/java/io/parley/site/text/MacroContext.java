package io.parley.site.text;

import io.parley.capacity.scenario.Parameter;
import io.parley.evidence.Evidence;
import io.parley.evidence.RecordedResult;
import io.parley.evidence.Traceability;
import io.parley.model.Element;
import io.parley.site.data.Decision;
import io.parley.site.data.Figure;
import io.parley.site.data.Findings;
import io.parley.site.data.Limit;
import io.parley.site.data.Links;
import io.parley.site.data.Numbers;
import io.parley.site.data.PlannedElement;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the macros look things up in; an unknown target becomes a finding that names the page. */
final class MacroContext {

    private static final Reference UNKNOWN = new Reference("index.html", "unknown", "", "unknown");

    final Project project;
    final Traceability traceability;
    final Evidence evidence;
    final Map<String, String> diagrams;
    private final References references;
    private final Findings findings;
    private final Supplier<String> page;

    MacroContext(
            Project project,
            Traceability traceability,
            Evidence evidence,
            Map<String, String> diagrams,
            Findings findings,
            Supplier<String> page) {
        this.project = project;
        this.traceability = traceability;
        this.evidence = evidence;
        this.diagrams = diagrams;
        this.references = new References(project);
        this.findings = findings;
        this.page = page;
    }

    Reference requirement(String id) {
        return references
                .entry(id)
                .map(entry -> new Reference(Links.requirement(id), id, attribute(entry.text()), "req"))
                .orElseGet(() -> unknown("requirement", id));
    }

    Reference element(String name) {
        Optional<Element> element = references.element(name);
        if (element.isPresent()) {
            return new Reference(
                    Links.element(element.get()),
                    element.get().name(),
                    attribute(element.get().description()),
                    "element");
        }
        Optional<PlannedElement> planned = references.planned(name);
        return planned.map(each -> new Reference(
                        Links.planned(each), each.name() + " (planned)", attribute(each.purpose()), "element planned"))
                .orElseGet(() -> unknown("element", name));
    }

    Reference decision(String number) {
        Optional<Decision> decision = references.decision(number);
        return decision.map(each -> new Reference(each.page(), "ADR " + number, attribute(each.title()), "decision"))
                .orElseGet(() -> unknown("decision", number));
    }

    Reference limit(String id) {
        Optional<Limit> limit = references.limit(id);
        return limit.map(each -> new Reference(Links.limit(id), each.text(), attribute(each.bounds()), "number limit"))
                .orElseGet(() -> unknown("limit", id));
    }

    Reference result(String id) {
        Optional<RecordedResult> result = references.result(id);
        return result.map(each -> new Reference(
                        Links.result(id),
                        Numbers.grouped(each.value()) + Numbers.NARROW_SPACE + each.unit(),
                        attribute(provenance(each)),
                        "number result"))
                .orElseGet(() -> unknown("result", id));
    }

    Reference parameter(String target) {
        Optional<Parameter> parameter = references.parameter(target);
        return parameter
                .map(each -> new Reference(
                        Links.parameter(
                                target.substring(0, target.indexOf('.')),
                                each.input().key()),
                        each.text(),
                        attribute(each.input().label() + ". " + each.origin().word() + ": "
                                + each.origin().text()),
                        "number assume"))
                .orElseGet(() -> unknown("input", target));
    }

    Reference figure(String target) {
        Optional<Figure> figure = references.figure(target);
        return figure.map(each -> new Reference(
                        Links.answer(each.answer().id()),
                        each.text(),
                        attribute(each.words().label() + ": " + each.words().formula()),
                        "number capacity"))
                .orElseGet(() -> unknown("answer", target));
    }

    boolean hasTestSource(String name) {
        return project.modules().tests().contains(name);
    }

    void finding(String what) {
        findings.add(page.get(), what);
    }

    private String provenance(RecordedResult result) {
        String commit = result.commit();
        String age = commit == null ? "before the project" : project.history().age(commit);
        return result.date() + ", " + result.machine() + ", " + result.source() + " (" + age + ")";
    }

    private Reference unknown(String what, String id) {
        finding("the " + what + " " + id + " does not exist");
        return UNKNOWN;
    }

    /** The converter writes attribute values as they are. */
    static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace("`", "");
    }
}
