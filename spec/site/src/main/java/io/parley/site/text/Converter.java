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

/** Converts AsciiDoc to the body of an HTML page; every warning of the converter is a finding. */
public final class Converter implements AutoCloseable {

    /** Held here, because a logger that nothing refers to may be collected, and its setting with it. */
    private static final Logger QUIET = Logger.getLogger("asciidoctor");

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();
    private final Findings findings;
    private String page = "";

    /** Starts the converter; it takes seconds, so make one. */
    public Converter(
            Project project,
            Traceability traceability,
            Evidence evidence,
            Map<String, String> diagrams,
            Findings findings) {
        this.findings = findings;
        // What it would print stands among the findings.
        QUIET.setUseParentHandlers(false);
        asciidoctor.registerLogHandler(this::log);
        MacroContext context = new MacroContext(project, traceability, evidence, diagrams, findings, () -> page);
        JavaExtensionRegistry registry = asciidoctor.javaExtensionRegistry();
        registry.inlineMacro(new ReferenceMacro("req", context::requirement));
        registry.inlineMacro(new ReferenceMacro("el", context::element));
        registry.inlineMacro(new ReferenceMacro("adr", context::decision));
        registry.inlineMacro(new ReferenceMacro("limit", context::limit));
        registry.inlineMacro(new ReferenceMacro("result", context::result));
        registry.inlineMacro(new ReferenceMacro("assume", context::parameter));
        registry.inlineMacro(new ReferenceMacro("capacity", context::figure));
        RegisterReferences registers = new RegisterReferences(project.registers(), context::finding);
        registry.inlineMacro(new ReferenceMacro("cite", registers::work));
        registry.inlineMacro(new ReferenceMacro("risk", registers::risk));
        registry.inlineMacro(new ReferenceMacro("term", registers::term));
        registry.inlineMacro(new TestMacro(context));
        registry.inlineMacro(new StandingMacro(context));
        registry.inlineMacro(new EvidenceMacro(context));
        registry.blockMacro(new DiagramMacro(context));
    }

    /**
     * Converts one page.
     *
     * @param name of the page, for findings
     * @param source AsciiDoc with a title
     * @return what stands in the body, title included
     */
    public String convert(String name, String source) {
        page = name;
        Options options = Options.builder()
                .safe(SafeMode.SECURE)
                .backend("html5")
                .standalone(false)
                .sourcemap(true)
                .attributes(Attributes.builder()
                        .attribute("showtitle", "")
                        .attribute("idprefix", "")
                        .attribute("idseparator", "-")
                        .attribute("sectanchors", "")
                        .attribute("attribute-missing", "warn")
                        .attribute("table-caption!", "")
                        .attribute("figure-caption!", "")
                        .attribute("relfilesuffix", ".html")
                        .build())
                .build();
        return asciidoctor.convert(source, options);
    }

    @Override
    public void close() {
        asciidoctor.close();
    }

    private void log(LogRecord entry) {
        if (entry.getSeverity().compareTo(Severity.WARN) >= 0) {
            String line =
                    entry.getCursor() == null ? "" : ":" + entry.getCursor().getLineNumber();
            findings.add(page + line, entry.getMessage());
        }
    }
}
