package io.parley.model;

import java.util.List;
import java.util.Map;

/**
 * A directed relationship between two elements.
 *
 * @param source canonical id
 * @param target canonical id
 * @param verb verb phrase that reads between the two names
 * @param technology language, protocol or mechanism
 */
public record Relationship(
        String source,
        String target,
        RelationshipKind kind,
        String verb,
        String technology,
        Map<String, String> properties) {

    public Relationship {
        properties = Map.copyOf(properties);
    }

    /** Canonical id such as {@code parley.server.log --store--> parley.cassandra}. */
    public String id() {
        return source + " --" + kind.tag() + "--> " + target;
    }

    /** The values of a property that holds a comma-separated list; empty when it is absent. */
    public List<String> list(String property) {
        return Lists.ofCommaSeparated(properties.get(property));
    }
}
