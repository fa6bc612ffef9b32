package io.parley.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An element of the architecture.
 *
 * @param id canonical and hierarchical, such as {@code parley.server.log}
 * @param technology empty when the model names none
 * @param parent id of the element that contains this one, null at the top
 * @param instanceOf id of the container that this is an instance of, null for other kinds
 * @param tags tags that the model's text gives, without those of the C4 kind
 */
public record Element(
        String id,
        ElementKind kind,
        String name,
        String description,
        String technology,
        @Nullable String parent,
        @Nullable String instanceOf,
        Set<String> tags,
        Map<String, String> properties) {

    public Element {
        tags = Set.copyOf(tags);
        properties = Map.copyOf(properties);
    }

    /** The id of what this element stands for: the container of an instance, else its own. */
    public String subject() {
        return instanceOf == null ? id : instanceOf;
    }

    /** The values of a property that holds a comma-separated list; empty when it is absent. */
    public List<String> list(String property) {
        return Lists.ofCommaSeparated(properties.get(property));
    }
}
