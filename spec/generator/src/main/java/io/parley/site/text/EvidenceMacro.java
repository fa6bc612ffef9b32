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
        String text = runs.isEmpty() ? "–" : html(runs);
        return createPhraseNode(parent, "quoted", text, Map.of(), Map.of());
    }

    private static String count(List<TestRun> runs) {
        return runs.stream().filter(TestRun::passed).count() + " of " + runs.size() + " passed";
    }

    static String html(List<TestRun> runs) {
        StringBuilder html = new StringBuilder("<details class=\"tests\"><summary>");
        html.append(count(runs)).append("</summary><ul>");
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

    /** Also hides what the converter would take for a macro: the name of a test may quote one. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace(":", "&#58;")
                .replace("[", "&#91;");
    }
}
