package io.parley.conformance;

import static io.parley.conformance.Seed.model;
import static io.parley.conformance.Seed.removed;
import static io.parley.conformance.Seed.script;
import static io.parley.conformance.Seed.type;

import java.util.List;
import java.util.stream.Stream;

/** Planted violations of store edges, their tables and migrations, and of the levels of the model. */
final class StoreSeeds {

    private static final String SERVER = "parley.server.";
    private static final String CASSANDRA = "parley.cassandra";
    private static final String POSTGRES = "parley.postgres";

    private StoreSeeds() {}

    static Stream<Seed> all() {
        return Stream.of(stores()).flatMap(s -> s);
    }

    private static Stream<Seed> stores() {
        String edge = "server.account -> postgres \"keeps accounts in\"";
        String session = "class Rogue { com.datastax.oss.driver.api.core.CqlSession session; }";
        return Stream.of(
                new Seed(
                        "store-driver",
                        "driver used outside the adapter",
                        List.of(SERVER + "conversation", CASSANDRA),
                        "io.parley.conversation.Rogue",
                        type("io.parley.conversation.Rogue", session)),
                new Seed(
                        "store-driver",
                        "adapter added to a component without an edge",
                        List.of(SERVER + "account", CASSANDRA),
                        "io.parley.account.cassandra.Rogue",
                        type("io.parley.account.cassandra.Rogue", session)),
                new Seed(
                        "store-table-absent",
                        "edge added to a component without an adapter",
                        List.of(SERVER + "account", CASSANDRA),
                        "the store edge has no tables",
                        model(edge, "server.account -> cassandra \"keeps more in\" \"CQL\" \"store\"\n" + edge)),
                new Seed(
                        "store-driver",
                        "edge led to the other store",
                        List.of(SERVER + "account", POSTGRES),
                        "without a store edge",
                        model(edge, "server.account -> cassandra \"keeps accounts in\"")),
                new Seed(
                        "store-driver",
                        "edge reversed",
                        List.of(SERVER + "account", POSTGRES),
                        "without a store edge",
                        model(edge, "postgres -> server.account \"keeps accounts in\"")),
                new Seed(
                        "store-table-undeclared",
                        "table taken from the edge",
                        List.of(SERVER + "log", CASSANDRA),
                        "conversation_snapshot",
                        model("\"conversation_log,conversation_snapshot\"", "\"conversation_log\"")),
                new Seed(
                        "store-table-undeclared",
                        "statement added to an adapter",
                        List.of(SERVER + "conversation", CASSANDRA),
                        "conversation_log",
                        type(
                                "io.parley.conversation.cassandra.Rogue",
                                "class Rogue { String q = \"SELECT seq FROM conversation_log\"; }")),
                new Seed(
                        "store-table-absent",
                        "table added to the edge",
                        List.of(SERVER + "log", CASSANDRA),
                        "conversation_other",
                        model(
                                "\"conversation_log,conversation_snapshot\"",
                                "\"conversation_log,conversation_snapshot,conversation_other\"")),
                new Seed(
                        "store-migration",
                        "table added by a migration",
                        List.of(CASSANDRA),
                        "rogue",
                        script("cql/V999__rogue.cql", "CREATE TABLE rogue (id uuid PRIMARY KEY);")),
                new Seed(
                        "store-migration",
                        "table added by a migration of the other store",
                        List.of(POSTGRES),
                        "rogue",
                        script("db/migration/V999__rogue.sql", "CREATE TABLE rogue (id uuid PRIMARY KEY);")),
                new Seed(
                        "levels",
                        "container edge removed",
                        List.of("parley.server", POSTGRES),
                        "the containers lack this",
                        removed(" server -> postgres \"keeps accounts in\"")),
                new Seed(
                        "levels",
                        "container edge added",
                        List.of("parley.web", POSTGRES),
                        "no component does this",
                        model(
                                "web -> server \"talks to\"",
                                "web -> postgres \"reads\" \"SQL\" \"store\"\nweb -> server \"talks to\"")));
    }
}
