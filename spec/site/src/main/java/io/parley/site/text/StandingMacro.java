package io.parley.site.text;

import io.parley.evidence.Standing;
import java.util.Locale;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** {@code standing:MSG-17[]}: where an id of the catalogue stands after this build. */
final class StandingMacro extends InlineMacroProcessor {

    private final MacroContext context;

    StandingMacro(MacroContext context) {
        super("standing");
        this.context = context;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        // Resolves the id only to refuse an unknown one.
        context.requirement(target);
        return createPhraseNode(parent, "quoted", html(context.traceability.standing(target)), Map.of(), Map.of());
    }

    static String html(Standing standing) {
        String role = standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "<span class=\"standing " + role + "\">" + standing.word() + "</span>";
    }
}
