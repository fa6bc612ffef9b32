package io.parley.site.text;

import io.parley.evidence.TestRun;
import io.parley.site.data.Links;
import io.parley.threats.TestReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** {@code proofs:LoginTest#refuses,QG-7[]}: what tests and catalogue ids showed in this build, folded behind their count. */
final class ProofsMacro extends InlineMacroProcessor {

    private static final String NOT_RUN = "not run in this build";

    private final MacroContext context;

    ProofsMacro(MacroContext context) {
        super("proofs");
        this.context = context;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        List<TestReference> tests =
                Arrays.stream(target.split(",", -1)).map(TestReference::parse).toList();
        String text = html(tests);
        return createPhraseNode(parent, "quoted", text, Map.of(), Map.of());
    }

    private String count(List<TestReference> tests) {
        List<TestReference> ran =
                tests.stream().filter(test -> !runs(test).isEmpty()).toList();
        if (ran.isEmpty()) {
            return tests.size() + (tests.size() == 1 ? " test, " : " tests, ") + NOT_RUN;
        }
        return ran.stream().filter(this::passed).count() + " of " + tests.size() + " passed";
    }

    /** Names of tests hold letters, digits and a hash, so nothing needs escaping. */
    private String html(List<TestReference> tests) {
        StringBuilder html = new StringBuilder("<details class=\"tests\"><summary>");
        html.append(count(tests)).append("</summary><ul>");
        for (TestReference test : tests) {
            boolean ran = !runs(test).isEmpty();
            String name = "<code>" + TestNames.readable(test.text()) + "</code>";
            html.append(ran && !passed(test) ? "<li class=\"failed\">" : "<li>");
            html.append(test.isId() ? "<a href=\"" + Links.trace(test.text()) + "\">" + name + "</a>" : name);
            html.append(ran ? (passed(test) ? "" : " <em>failed</em>") : " <em>" + NOT_RUN + "</em>");
            html.append("</li>");
        }
        return html.append("</ul></details>").toString();
    }

    private boolean passed(TestReference test) {
        return runs(test).stream().allMatch(TestRun::passed);
    }

    private List<TestRun> runs(TestReference test) {
        return test.runs(context.evidence);
    }
}
