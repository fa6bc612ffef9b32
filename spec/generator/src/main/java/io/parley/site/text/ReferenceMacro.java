package io.parley.site.text;

import java.util.Map;
import java.util.function.Function;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** An inline macro that links to a thing with an id, such as {@code req:MSG-17[]}. */
final class ReferenceMacro extends InlineMacroProcessor {

    private final MacroContext context;
    private final Function<String, Reference> resolve;

    ReferenceMacro(String name, MacroContext context, Function<String, Reference> resolve) {
        super(name);
        this.context = context;
        this.resolve = resolve;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        Reference reference = resolve.apply(target);
        Object text = attributes.get("1");
        return context.link(this, parent, reference, text == null ? reference.text() : text.toString());
    }
}
