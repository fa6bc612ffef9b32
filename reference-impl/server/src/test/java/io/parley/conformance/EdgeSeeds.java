package io.parley.conformance;

import static io.parley.conformance.Seed.emptied;
import static io.parley.conformance.Seed.missing;
import static io.parley.conformance.Seed.model;
import static io.parley.conformance.Seed.removed;
import static io.parley.conformance.Seed.type;

import java.util.List;
import java.util.stream.Stream;

/** Planted violations of event and http edges: removed, added, reversed, in the model or in the code. */
final class EdgeSeeds {

    private static final String SERVER = "parley.server.";

    private EdgeSeeds() {}

    static Stream<Seed> all() {
        return Stream.of(events(), http()).flatMap(s -> s);
    }

    private static Stream<Seed> events() {
        String edge = "log -> delivery \"announces committed entries to\" \"Spring event\" \"event\"";
        String listener = "class Rogue { @org.springframework.context.event.EventListener void on("
                + "io.parley.log.EntriesCommitted event) {} }";
        return Stream.of(
                new Seed(
                        "event-undeclared",
                        "edge reversed",
                        List.of(SERVER + "log", SERVER + "delivery"),
                        "io.parley.log.EntriesCommitted",
                        model(edge, "delivery -> log \"announces\" \"Spring event\" \"event\"")),
                new Seed(
                        "event-absent",
                        "edge reversed",
                        List.of(SERVER + "delivery", SERVER + "log"),
                        "it is no class of the source",
                        model(edge, "delivery -> log \"announces\" \"Spring event\" \"event\"")),
                new Seed(
                        "event-undeclared",
                        "event taken from the edge",
                        List.of(SERVER + "account", SERVER + "delivery"),
                        "io.parley.account.SessionEnded",
                        model("events \"io.parley.account.SessionEnded\"", "events \"io.parley.account.Other\"")),
                new Seed(
                        "event-undeclared",
                        "listener added to the code",
                        List.of(SERVER + "log", SERVER + "account"),
                        "io.parley.account.Rogue",
                        type("io.parley.account.Rogue", listener)),
                new Seed(
                        "event-absent",
                        "listeners emptied",
                        List.of(SERVER + "log", SERVER + "delivery"),
                        "no listener of the target takes it",
                        emptied("io.parley.delivery")),
                new Seed(
                        "event-absent",
                        "publisher taken off the class path",
                        List.of(SERVER + "log", SERVER + "delivery"),
                        "the source has no event publisher",
                        missing("io.parley.log.LogConfiguration")),
                new Seed(
                        "event-absent",
                        "edge added",
                        List.of(SERVER + "account", SERVER + "conversation"),
                        "no listener of the target takes it",
                        model(
                                edge,
                                "account -> conversation \"announces\" \"Spring event\" \"event\" {\nproperties {\n"
                                        + "events \"io.parley.account.SessionEnded\"\n}\n}\n" + edge)));
    }

    private static Stream<Seed> http() {
        String edge = "web -> server.conversation \"reads and creates conversations in\" \"HTTP, JSON\" \"http\"";
        String frames = "web -> server.delivery \"sends and receives frames with\" \"WebSocket\"";
        return Stream.of(
                new Seed(
                        "http-undeclared",
                        "edge removed",
                        List.of(SERVER + "conversation"),
                        "is offered without an http edge",
                        removed(edge)),
                new Seed(
                        "http-undeclared",
                        "edge reversed",
                        List.of(SERVER + "conversation"),
                        "is offered without an http edge",
                        model(edge, "server.conversation -> web \"calls\" \"HTTP, JSON\" \"http\"")),
                new Seed(
                        "http-undeclared",
                        "edge of the frames made one of another kind",
                        List.of(SERVER + "delivery"),
                        "io.parley.delivery.",
                        model(frames + " \"http\"", frames + " \"use\"")),
                new Seed(
                        "http-undeclared",
                        "operation added to the code",
                        List.of(SERVER + "limits"),
                        "io.parley.limits.Rogue",
                        type(
                                "io.parley.limits.Rogue",
                                "class Rogue { @org.springframework.web.bind.annotation.GetMapping(\"/x\") void x() {} }")),
                new Seed(
                        "http-absent",
                        "edge added",
                        List.of("parley.web", SERVER + "log"),
                        "offers no operation",
                        model(edge, edge + "\nweb -> server.log \"reads\" \"HTTP\" \"http\"")),
                new Seed(
                        "http-absent",
                        "operations emptied",
                        List.of("parley.web", SERVER + "account"),
                        "offers no operation",
                        emptied("io.parley.account.web")));
    }
}
