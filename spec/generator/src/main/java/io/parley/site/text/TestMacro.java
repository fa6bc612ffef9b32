package io.parley.site.text;

import io.parley.evidence.Outcome;
import io.parley.evidence.TestRun;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** {@code test:SendTest[]}: a test source by its simple name, with what its tests showed in this build. */
final class TestMacro extends InlineMacroProcessor {

    private final MacroContext context;

    TestMacro(MacroContext context) {
        super("test");
        this.context = context;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        if (!context.hasTestSource(target)) {
            context.finding("the test " + target + " does not exist");
        }
        Pattern name = Pattern.compile("(.*[.$/])?" + Pattern.quote(target) + "([#$.> ].*)?");
        List<TestRun> runs = context.evidence.runs().stream()
                .filter(run -> run.test().contains(target)) // far cheaper than the pattern, and seldom true
                .filter(run -> name.matcher(run.test()).matches())
                .toList();
        String html = "<code>" + target + "</code> " + badge(runs);
        return createPhraseNode(parent, "quoted", html, Map.of(), Map.of());
    }

    private static String shown(List<TestRun> runs) {
        long passed = runs.stream().filter(TestRun::passed).count();
        return runs.isEmpty() ? "not run in this build" : passed + " of " + runs.size() + " passed";
    }

    private static String badge(List<TestRun> runs) {
        boolean failed = runs.stream().anyMatch(run -> run.result() == Outcome.FAILED);
        String standing = runs.isEmpty() ? "not-run" : failed ? "failing" : "holds";
        return "<span class=\"standing " + standing + "\">" + shown(runs) + "</span>";
    }
}
