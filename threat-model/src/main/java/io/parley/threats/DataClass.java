package io.parley.threats;

import java.util.List;

/**
 * Data that is alike in whom it concerns and what its loss would mean.
 *
 * @param id as the model's {@code trust.data} and {@code trust.stores} name it
 * @param personal whether it is about a person who can be told from it, alone or with other data
 * @param kept where it is kept, and in which form
 */
public record DataClass(
        String id, String name, String meaning, boolean personal, Sensitivity sensitivity, List<Kept> kept) {

    /**
     * One place where it lies.
     *
     * @param element canonical id
     * @param clear whether who reads that element can read the data
     */
    public record Kept(String element, String form, boolean clear) {}

    public DataClass {
        Require.id("data class", id);
        Require.text("data class " + id, "name", name);
        Require.text("data class " + id, "meaning", meaning);
        if (sensitivity == null) {
            throw new IllegalArgumentException("sensitivity of data class " + id + " is missing, expected a word");
        }
        // A list that the data file leaves out arrives as null.
        kept = kept == null ? List.of() : List.copyOf(kept);
    }
}
