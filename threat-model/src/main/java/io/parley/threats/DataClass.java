package io.parley.threats;

import java.util.Map;
import java.util.TreeMap;

/**
 * Data that is alike in whom it concerns and what its loss would mean.
 *
 * @param id as the model's {@code trust.data} and {@code trust.stores} name it
 * @param personal whether it is about a person who can be told from it, alone or with other data
 * @param kept canonical ids of the elements that keep it, each with the form in which it does
 */
public record DataClass(
        String id, String name, String meaning, boolean personal, Sensitivity sensitivity, Map<String, String> kept) {

    public DataClass {
        Require.id("data class", id);
        Require.text("data class " + id, "name", name);
        Require.text("data class " + id, "meaning", meaning);
        if (sensitivity == null) {
            throw new IllegalArgumentException("sensitivity of data class " + id + " is missing, expected a word");
        }
        kept = kept == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(kept));
    }
}
