package io.parley.site.text;

import io.parley.evidence.TestRun;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** {@code evidence:MSG-17[]}: the tests of this build that name an id, folded away behind their count. */
final class EvidenceMacro extends InlineMacroProcessor {

    private final MacroContext context;

    EvidenceMacro(MacroContext context) {
        super("evidence");
        this.context = context;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        List<TestRun> runs = context.evidence.of(target);
        return createPhraseNode(parent, "quoted", runs.isEmpty() ? "–" : html(runs), Map.of(), Map.of());
    }

    static String html(List<TestRun> runs) {
        long passed = runs.stream().filter(TestRun::passed).count();
        StringBuilder html = new StringBuilder("<details class=\"tests\"><summary>");
        html.append(passed).append(" of ").append(runs.size()).append(" passed</summary><ul>");
        for (TestRun run : runs) {
            html.append("<li class=\"")
                    .append(run.result().word())
                    .append("\"><code>")
                    .append(escape(TestNames.readable(run.test())))
                    .append("</code>");
            if (!run.passed()) {
                html.append(" <em>").append(run.result().word()).append("</em>");
            }
            html.append("</li>");
        }
        return html.append("</ul></details>").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
