package io.parley.conformance;

import static io.parley.conformance.Seed.emptied;
import static io.parley.conformance.Seed.model;
import static io.parley.conformance.Seed.type;

import java.util.List;
import java.util.stream.Stream;

/** Planted violations of packages and calls: removed, added, reversed, in the model or in the code. */
final class StructureSeeds {

    private static final String SERVER = "parley.server.";

    private StructureSeeds() {}

    static Stream<Seed> all() {
        return Stream.of(packages(), calls()).flatMap(s -> s);
    }

    private static Stream<Seed> packages() {
        return Stream.of(
                new Seed(
                        "package-without-component",
                        "package added",
                        List.of(),
                        "io.parley.rogue",
                        type("io.parley.rogue.Rogue", "class Rogue {}")),
                new Seed(
                        "package-without-component",
                        "component moved to another package in the model",
                        List.of(),
                        "io.parley.limits",
                        model("\"io.parley.limits\"", "\"io.parley.limit\"")),
                new Seed(
                        "component-without-code",
                        "package emptied",
                        List.of(SERVER + "delivery"),
                        "io.parley.delivery",
                        emptied("io.parley.delivery")),
                new Seed(
                        "component-without-code",
                        "component added to the model",
                        List.of(SERVER + "search"),
                        "io.parley.search",
                        model(
                                "limits = component",
                                "search = component \"Search\" \"Searches.\" \"Java\" {\nproperties {\n"
                                        + "java.package \"io.parley.search\"\n}\n}\nlimits = component")));
    }

    private static Stream<Seed> calls() {
        String edge = "conversation -> account \"looks up users in\" \"Java\" \"call\"";
        return Stream.of(
                new Seed(
                        "call-undeclared",
                        "edge removed",
                        List.of(SERVER + "conversation", SERVER + "account"),
                        "io.parley.conversation.",
                        model(edge, "")),
                new Seed(
                        "call-undeclared",
                        "edge reversed",
                        List.of(SERVER + "conversation", SERVER + "account"),
                        "io.parley.conversation.",
                        model(edge, "account -> conversation \"calls\" \"Java\" \"call\"")),
                new Seed(
                        "call-absent",
                        "edge reversed",
                        List.of(SERVER + "account", SERVER + "conversation"),
                        "no class needs it",
                        model(edge, "account -> conversation \"calls\" \"Java\" \"call\"")),
                new Seed(
                        "call-absent",
                        "edge added",
                        List.of(SERVER + "problem", SERVER + "account"),
                        "no class needs it",
                        model(edge, edge + "\nproblem -> account \"calls\" \"Java\" \"call\"")),
                new Seed(
                        "call-undeclared",
                        "dependency added to the code",
                        List.of(SERVER + "problem", SERVER + "log"),
                        "io.parley.problem.Rogue -> io.parley.log.Entry",
                        type("io.parley.problem.Rogue", "class Rogue { io.parley.log.Entry entry; }")),
                new Seed(
                        "call-undeclared",
                        "dependency of the shared kernel added to the code",
                        List.of(SERVER + "kernel", SERVER + "limits"),
                        "io.parley.kernel.Rogue",
                        type("io.parley.kernel.Rogue", "class Rogue { io.parley.limits.Limits limits; }")),
                new Seed(
                        "call-cycle",
                        "edge added against the layers",
                        List.of(SERVER + "account", SERVER + "contact"),
                        "depend on each other",
                        model(edge, edge + "\naccount -> contact \"calls\" \"Java\" \"call\"")),
                new Seed(
                        "call-cycle",
                        "dependency added to the code against the layers",
                        List.of(SERVER + "limits", SERVER + "problem"),
                        "depend on each other",
                        type("io.parley.limits.Rogue", "class Rogue { io.parley.problem.Problem problem; }")));
    }
}
