package io.parley.simulation.planted;

import java.util.List;

/** Errors that the client's core might have; its code in Java is held against the browser's by traces. */
final class ClientErrors {

    private static final String IN_ORDER = "INV-6 InOrder";
    private static final String LOG = "simulation/client/ClientLog";

    static final List<Planted> ALL = List.of(
            Planted.of(
                    "applies what comes early at once",
                    IN_ORDER,
                    LOG,
                    "if (entry.seq().isAfter(applied.next())) {",
                    "if (entry.seq().isAfter(applied.next()) && ahead.size() > AHEAD_MAX) {"),
            Planted.of(
                    "applies again what comes twice",
                    IN_ORDER,
                    LOG,
                    "if (!entry.seq().isAfter(applied)) {",
                    "if (applied.isAfter(entry.seq().next())) {"));

    private ClientErrors() {}
}
