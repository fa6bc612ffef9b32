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
import io.parley.site.data.Quotation;
import io.parley.site.data.References;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** What the macros look things up in; an unknown target becomes a finding that names the page. */
final class MacroContext {

    private static final Reference UNKNOWN = new Reference("index.html", "unknown", "", "unknown");

    final Project project;
    final Traceability traceability;
    final Evidence evidence;
    final Map<String, Drawing> diagrams;
    private final References references;
    private final Findings findings;
    private final Current current;

    MacroContext(
            Project project,
            Traceability traceability,
            Evidence evidence,
            Map<String, Drawing> diagrams,
            Findings findings,
            Current current) {
        this.project = project;
        this.traceability = traceability;
        this.evidence = evidence;
        this.diagrams = diagrams;
        this.references = new References(project);
        this.findings = findings;
        this.current = current;
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
                        Numbers.grouped(each.value()) + Numbers.NARROW_SPACE + each.unit() + age(each),
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

    Reference quotation(String id) {
        Optional<Quotation> quotation = references.quotation(id);
        return quotation
                .map(each -> new Reference(
                        Links.sources(),
                        "“" + Adoc.text(each.text()) + "”",
                        attribute("Document " + each.source() + ", word for word"),
                        "quotation"))
                .orElseGet(() -> unknown("quotation", id));
    }

    Medium medium() {
        return current.medium();
    }

    /** A link as the medium has it: to a page, or to a page of the folder beside it. */
    PhraseNode link(InlineMacroProcessor macro, StructuralNode parent, Reference reference, String text) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("role", reference.role());
        Map<String, Object> options = new HashMap<>();
        if (!reference.title().isEmpty()) {
            attributes.put("title", reference.title());
        }
        options.put("type", ":link");
        options.put("target", (medium() == Medium.DECK ? "../spec/" : "") + reference.href());
        return macro.createPhraseNode(parent, "anchor", text, attributes, options);
    }

    Reference threat(String id) {
        return project.threats()
                .register()
                .find(id)
                .map(entry -> new Reference(
                        Links.threat(id),
                        id,
                        attribute(entry.threat().category().label() + ": "
                                + entry.assessments().get(0).scenario()),
                        "threat"))
                .orElseGet(() -> unknown("threat", id));
    }

    boolean hasTestSource(String name) {
        return project.modules().tests().contains(name);
    }

    void finding(String what) {
        findings.add(current.place(), what);
    }

    /** A dagger for what was not measured on the built commit; the list of the page's measurements says how old it is. */
    private String age(RecordedResult result) {
        String commit = result.commit();
        return commit != null && project.history().isHead(commit) ? "" : "†";
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
