package io.parley.site.data;

import java.util.List;

/**
 * An element that the model does not hold yet.
 *
 * @param id canonical id that it will have
 * @param requirements catalogue ids that ask for it
 */
public record PlannedElement(String id, String kind, String name, String purpose, List<String> requirements) {

    public PlannedElement {
        requirements = List.copyOf(requirements);
    }
}
