package io.parley.simulation.planted;

import java.util.List;

/**
 * An error planted by edits to the text of the server's sources.
 *
 * @param what is done wrong, in the third person
 * @param broken names of the invariants of which one has to find it, with bars between
 * @param edits each to one file
 */
record Planted(String what, String broken, List<Edit> edits) {

    /**
     * A replaced part.
     *
     * @param type simple or nested path of the file below {@code io.parley}, such as {@code log/Lane}
     * @param from text that stands there once
     * @param to what replaces it
     */
    record Edit(String type, String from, String to) {}

    static Planted of(String what, String broken, String type, String from, String to) {
        return new Planted(what, broken, List.of(new Edit(type, from, to)));
    }

    @Override
    public String toString() {
        return what;
    }
}
