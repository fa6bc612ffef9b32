package io.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a part of the model.
 *
 * @param key stable key, also the file name of the picture
 * @param scope id of the element that the view looks into; of a deployment view, its environment
 * @param description one sentence that the picture has to show
 * @param leftToRight direction in which dependencies run; else top to bottom
 * @param elements ids of the elements shown, in the order of the model
 * @param relationships those shown; of a dynamic view, those that its steps use
 * @param steps in order; empty unless the view is dynamic
 */
public record View(
        String key,
        ViewKind kind,
        @Nullable String scope,
        String title,
        String description,
        boolean leftToRight,
        List<String> elements,
        List<Relationship> relationships,
        List<Step> steps) {

    public View {
        elements = List.copyOf(elements);
        relationships = List.copyOf(relationships);
        steps = List.copyOf(steps);
    }
}
