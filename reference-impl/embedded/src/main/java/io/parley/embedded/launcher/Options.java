package io.parley.embedded.launcher;

import io.parley.embedded.CassandraMemory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line says. The stores' ports are not their usual ones, so that Parley starts beside a Cassandra or
 * PostgreSQL of the machine's own.
 *
 * @param data the data directory
 * @param address where the server listens
 * @param port of the server
 * @param serverJar the server's jar; its libraries stand in {@code lib} beside it
 * @param site the folder with the rendered specification, slides and what-if page; may be absent
 * @param memory of Cassandra, which takes most
 */
record Options(
        Path data,
        String address,
        int port,
        int cassandraPort,
        int cassandraStoragePort,
        int postgresPort,
        Path serverJar,
        Path site,
        CassandraMemory memory) {

    private static final int PORT_MAX = 65_535;

    /** @throws Refusal when the command line cannot be understood */
    static Options parse(String... arguments) {
        Values values = new Values(new ArrayDeque<>(List.of(arguments)));
        Path root = Path.of(values.text("--root", ".")).toAbsolutePath().normalize();
        Options options = new Options(
                values.path("--data", root.resolve(".parley")),
                values.text("--address", "127.0.0.1"),
                values.port("--port", 8080),
                values.port("--cassandra-port", 19_042),
                values.port("--cassandra-storage-port", 17_000),
                values.port("--postgres-port", 15_432),
                values.path(
                        "--server-jar", root.resolve("reference-impl/server/target/parley-server/parley-server.jar")),
                values.path("--site", root.resolve("spec/site/target/site")),
                values.memory("--memory"));
        values.refuseOthers();
        return options;
    }

    /** The values by the names of their options. */
    private static final class Values {

        private final Map<String, String> given = new HashMap<>();

        Values(Deque<String> arguments) {
            while (!arguments.isEmpty()) {
                String name = arguments.pop();
                if (arguments.isEmpty()) {
                    throw new Refusal(name + " has no value; see ./parley help");
                }
                given.put(name, arguments.pop());
            }
        }

        String text(String name, String otherwise) {
            return Optional.ofNullable(given.remove(name)).orElse(otherwise);
        }

        Path path(String name, Path otherwise) {
            return Path.of(text(name, otherwise.toString())).toAbsolutePath().normalize();
        }

        int port(String name, int otherwise) {
            String text = text(name, Integer.toString(otherwise));
            try {
                int port = Integer.parseInt(text);
                if (port >= 1 && port <= PORT_MAX) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // Refused below, like a number out of range.
            }
            throw new Refusal(name + " " + text + " is no port; expected 1 to " + PORT_MAX);
        }

        CassandraMemory memory(String name) {
            return switch (text(name, "normal")) {
                case "normal" -> CassandraMemory.LOAD;
                case "small" -> CassandraMemory.TEST;
                default -> throw new Refusal(name + " is none of these: normal, small");
            };
        }

        void refuseOthers() {
            if (!given.isEmpty()) {
                throw new Refusal("unknown option " + given.keySet().iterator().next() + "; see ./parley help");
            }
        }
    }
}
