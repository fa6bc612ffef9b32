package io.parley.site.text;

import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;

/** {@code diagram::components[]}: a view of the model in both colour schemes, of which the page shows one. */
final class DiagramMacro extends BlockMacroProcessor {

    private final MacroContext context;

    DiagramMacro(MacroContext context) {
        super("diagram");
        this.context = context;
    }

    @Override
    public StructuralNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        String html = context.diagrams.get(target);
        if (html == null) {
            context.finding("the view " + target + " does not exist");
            html = "";
        }
        return createBlock(parent, "pass", html);
    }
}
