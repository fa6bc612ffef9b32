package io.parley.formal;

import java.util.Map;

/**
 * A planted error: one edit to the text of a model, and the invariant that it breaks.
 *
 * @param what is done wrong, in the third person
 * @param model name of the edited module
 * @param configuration that it is shown in
 * @param bounds that differ from the configuration's, so that the check stays small
 * @param from text that stands in the module once
 * @param to what replaces it
 * @param broken name of the invariant or property that no longer holds
 */
record Mutation(
        String what,
        String model,
        String configuration,
        Map<String, String> bounds,
        String from,
        String to,
        String broken) {

    private static final String SAFE = "INV_[13456].*|Final|Faithful|NoPhantom|Repairable|Fenced";

    Mutation {
        bounds = Map.copyOf(bounds);
    }

    Model edited() {
        return Model.named(model).edited(from, to);
    }

    /** The same bounds, for a check of nothing but the invariant in question. */
    Configuration checked() {
        Configuration checked = Configuration.named(configuration);
        for (Map.Entry<String, String> bound : bounds.entrySet()) {
            checked = checked.with(bound.getKey(), bound.getValue());
        }
        return broken.matches(SAFE) ? checked.checkingInvariant(broken) : checked.checkingProperty(broken);
    }

    @Override
    public String toString() {
        return what;
    }
}
