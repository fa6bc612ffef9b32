package io.parley.model;

import java.util.List;
import java.util.Optional;

/**
 * The whole architecture as immutable values. Safe for use by several threads.
 *
 * @param elements in the order of the text, each before its children
 * @param relationships those declared between static elements and in deployments, in the order of the text
 * @param views by key
 */
public record Model(
        String name, String description, List<Element> elements, List<Relationship> relationships, List<View> views) {

    public Model {
        elements = List.copyOf(elements);
        relationships = List.copyOf(relationships);
        views = List.copyOf(views);
    }

    /** The element with this canonical id, if the model has it. */
    public Optional<Element> find(String id) {
        return elements.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /**
     * The element with this canonical id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Element element(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("id=" + id + ", expected an element"));
    }

    /**
     * The view with this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public View view(String key) {
        return views.stream()
                .filter(v -> v.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("key=" + key + ", expected a view"));
    }

    /** All elements of a kind. */
    public List<Element> elements(ElementKind kind) {
        return elements.stream().filter(e -> e.kind() == kind).toList();
    }

    /** The direct children of an element. */
    public List<Element> children(String id) {
        return elements.stream().filter(e -> id.equals(e.parent())).toList();
    }

    /** All relationships of a kind. */
    public List<Relationship> relationships(RelationshipKind kind) {
        return relationships.stream().filter(r -> r.kind() == kind).toList();
    }
}
