package io.parley.site.text;

import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;

/** {@code diagram::components[]}: a view of the model. */
final class DiagramMacro extends BlockMacroProcessor {

    private final MacroContext context;

    DiagramMacro(MacroContext context) {
        super("diagram");
        this.context = context;
    }

    @Override
    public StructuralNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        Drawing drawing = context.diagrams.get(target);
        if (drawing == null) {
            context.finding("the view " + target + " does not exist");
            return createBlock(parent, "pass", "");
        }
        return switch (context.medium()) {
            case SITE -> createBlock(parent, "pass", drawing.figure());
            case DECK -> createBlock(parent, "pass", drawing.slide());
        };
    }
}
