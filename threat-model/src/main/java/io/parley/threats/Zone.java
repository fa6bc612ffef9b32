package io.parley.threats;

/**
 * Where things lie that one party controls, or a path between two such places.
 *
 * @param id as the model's {@code trust.zone} and {@code trust.via} name it
 * @param control who can change and read what lies here
 * @param path true for what flows pass over; no element lies there
 */
public record Zone(String id, String name, String control, boolean path, String meaning) {

    public Zone {
        Require.id("zone", id);
        Require.text("zone " + id, "name", name);
        Require.text("zone " + id, "control", control);
        Require.text("zone " + id, "meaning", meaning);
    }
}
