package io.parley.site.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** An inline macro that links to a thing with an id, such as {@code req:MSG-17[]}. */
final class ReferenceMacro extends InlineMacroProcessor {

    private final Function<String, Reference> resolve;

    ReferenceMacro(String name, Function<String, Reference> resolve) {
        super(name);
        this.resolve = resolve;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String target, Map<String, Object> attributes) {
        Reference reference = resolve.apply(target);
        Object text = attributes.get("1");
        Map<String, Object> linkAttributes = new HashMap<>();
        linkAttributes.put("role", reference.role());
        if (!reference.title().isEmpty()) {
            linkAttributes.put("title", reference.title());
        }
        Map<String, Object> options = new HashMap<>();
        options.put("type", ":link");
        options.put("target", reference.href());
        return createPhraseNode(
                parent, "anchor", text == null ? reference.text() : text.toString(), linkAttributes, options);
    }
}
