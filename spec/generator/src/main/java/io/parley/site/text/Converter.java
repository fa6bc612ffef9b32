package io.parley.site.text;

import io.parley.evidence.Evidence;
import io.parley.evidence.Traceability;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import java.util.Map;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.extension.JavaExtensionRegistry;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Converts AsciiDoc to pages and slides; every warning of the converter is a finding. */
public final class Converter implements AutoCloseable {

    /** Held here, because a logger that nothing refers to may be collected, and its setting with it. */
    private static final Logger QUIET = Logger.getLogger("asciidoctor");

    private final Engine engine;
    private final Asciidoctor asciidoctor;
    private final Findings findings;
    private final Current current = new Current();

    /**
     * A converter, for pages and slides.
     *
     * @param engine what it works with; closed with it
     */
    public Converter(
            Engine engine,
            Project project,
            Traceability traceability,
            Evidence evidence,
            Map<String, Drawing> diagrams,
            Findings findings) {
        this.engine = engine;
        this.asciidoctor = engine.asciidoctor();
        this.findings = findings;
        // What it would print stands among the findings.
        QUIET.setUseParentHandlers(false);
        asciidoctor.registerLogHandler(this::log);
        MacroContext context = new MacroContext(project, traceability, evidence, diagrams, findings, current);
        JavaExtensionRegistry registry = asciidoctor.javaExtensionRegistry();
        registry.inlineMacro(new ReferenceMacro("req", context, context::requirement));
        registry.inlineMacro(new ReferenceMacro("el", context, context::element));
        registry.inlineMacro(new ReferenceMacro("adr", context, context::decision));
        registry.inlineMacro(new ReferenceMacro("limit", context, context::limit));
        registry.inlineMacro(new ReferenceMacro("result", context, context::result));
        registry.inlineMacro(new ReferenceMacro("quote", context, context::quotation));
        registry.inlineMacro(new ReferenceMacro("assume", context, context::parameter));
        registry.inlineMacro(new ReferenceMacro("capacity", context, context::figure));
        RegisterReferences registers = new RegisterReferences(project.registers(), context::finding);
        registry.inlineMacro(new ReferenceMacro("cite", context, registers::work));
        registry.inlineMacro(new ReferenceMacro("risk", context, registers::risk));
        registry.inlineMacro(new ReferenceMacro("term", context, registers::term));
        registry.inlineMacro(new ReferenceMacro("threat", context, context::threat));
        registry.inlineMacro(new TestMacro(context));
        registry.inlineMacro(new StandingMacro(context));
        registry.inlineMacro(new EvidenceMacro(context));
        registry.inlineMacro(new ProofsMacro(context));
        registry.blockMacro(new DiagramMacro(context));
    }

    /**
     * Converts one page.
     *
     * @param place where its text comes from, for findings
     * @param source AsciiDoc with a title
     * @return what stands in the body, title included
     */
    public String convert(String place, String source) {
        current.set(place, Medium.SITE);
        return asciidoctor.convert(source, html("html5"));
    }

    /**
     * Converts one deck.
     *
     * @param place where its text comes from, for findings
     * @param source AsciiDoc whose sections are the slides
     * @return the title, then one section element per slide
     */
    public String slides(String place, String source) {
        current.set(place, Medium.DECK);
        return asciidoctor.convert(source, html("revealjs"));
    }

    @Override
    public void close() {
        engine.close();
    }

    private static Options html(String backend) {
        return Options.builder()
                .safe(SafeMode.SECURE)
                .backend(backend)
                .standalone(false)
                .sourcemap(true)
                .attributes(Attributes.builder()
                        .attribute("idseparator", "-")
                        .attribute("attribute-missing", "warn")
                        .attribute("table-caption!", "")
                        .attribute("figure-caption!", "")
                        .attribute("showtitle", "")
                        .attribute("idprefix", "")
                        .attribute("sectanchors", "")
                        .attribute("relfilesuffix", ".html")
                        .build())
                .build();
    }

    private void log(LogRecord entry) {
        if (entry.getSeverity().compareTo(Severity.WARN) >= 0) {
            String line =
                    entry.getCursor() == null ? "" : ":" + entry.getCursor().getLineNumber();
            findings.add(current.place() + line, entry.getMessage());
        }
    }
}
