package io.parley.model;

import java.util.List;

/**
 * An element that the architecture foresees and that no code backs yet; it stands in no diagram.
 *
 * @param id canonical id that it will have
 * @param kind component, container, system or deployment
 * @param requirements ids of the catalogue that ask for it
 */
public record PlannedElement(String id, String kind, String name, String purpose, List<String> requirements) {

    public PlannedElement {
        requirements = List.copyOf(requirements);
    }
}
