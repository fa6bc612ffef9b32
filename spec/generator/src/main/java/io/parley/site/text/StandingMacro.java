package io.parley.site.text;

import io.parley.evidence.Standing;
import io.parley.site.data.Links;
import java.util.Locale;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** {@code standing:MSG-17[]}: where an id of the catalogue stands after this build; leads to its row of the matrix. */
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
        Standing standing = context.traceability.standing(target);
        String role = "standing " + standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return context.link(this, parent, new Reference(Links.trace(target), "", "", role), standing.word());
    }
}
