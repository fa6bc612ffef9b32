package io.parley.threats;

import static io.parley.threats.Seed.model;
import static io.parley.threats.Seed.plus;
import static io.parley.threats.Seed.status;
import static io.parley.threats.Seed.without;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** All planted violations: at least one for each rule. */
final class Seeds {

    private static final String WEB = "parley.web";
    private static final String DELIVERY = "parley.server.delivery";
    private static final String SOCKET = "web -> server.delivery";
    private static final Status OPEN = new Status.Open(Risk.LOW, "nothing", List.of("MSG-19"));

    private Seeds() {}

    static Stream<Seed> all() {
        return Stream.of(zones(), flows(), stores(), assessments()).flatMap(s -> s);
    }

    private static Stream<Seed> zones() {
        return Stream.of(
                new Seed(
                        "trust-zone",
                        "zone taken from a container",
                        List.of("parley.postgres"),
                        "lies in no zone",
                        without("postgres = container", "trust.zone")),
                new Seed(
                        "trust-zone",
                        "zone taken from a person",
                        List.of("operator"),
                        "lies in no zone",
                        without("operator = person", "trust.zone")),
                new Seed(
                        "trust-zone",
                        "zone that nobody defined",
                        List.of(WEB),
                        "names the zone cloud",
                        model("web = container", "\"device\"", "\"cloud\"")),
                new Seed(
                        "trust-zone",
                        "element put on a path",
                        List.of(WEB),
                        "where no element can lie",
                        model("web = container", "\"device\"", "\"network\"")),
                new Seed(
                        "trust-zone",
                        "definition that nothing uses",
                        List.of(),
                        "nothing lies in or passes over moon",
                        inputs -> inputs.withZones(
                                Seed.with(inputs.zones(), new Zone("moon", "Moon", "nobody", false, "Far away.")))));
    }

    private static Stream<Seed> flows() {
        return Stream.of(
                new Seed(
                        "trust-data",
                        "data taken from a flow",
                        List.of(WEB, DELIVERY),
                        "names no data",
                        without(SOCKET, "trust.data")),
                new Seed(
                        "trust-data",
                        "data that nobody defined",
                        List.of(WEB, DELIVERY),
                        "names the data class gossip",
                        model(SOCKET, "\"tokens,", "\"gossip,tokens,")),
                new Seed(
                        "trust-data",
                        "definition that nothing uses",
                        List.of(),
                        "nothing carries or keeps gossip",
                        inputs -> inputs.withClasses(Seed.with(inputs.classes(), gossip()))),
                new Seed(
                        "trust-via",
                        "path taken from a crossing",
                        List.of(WEB, DELIVERY),
                        "crosses from device to server and names no path",
                        without(SOCKET, "trust.via")),
                new Seed(
                        "trust-via",
                        "path that is none",
                        List.of(WEB, DELIVERY),
                        "names the path stores",
                        model(SOCKET, "\"network\"", "\"stores\"")),
                new Seed(
                        "trust-via",
                        "path inside a zone",
                        List.of("user", WEB),
                        "does not leave its zone",
                        model("user -> parley.web", "trust.data", "trust.via \"network\"\ntrust.data")),
                new Seed(
                        "trust-levels",
                        "data taken from a component's flow only",
                        List.of(WEB, "parley.server"),
                        "its components carry",
                        model("web -> server.app", "program,traffic", "traffic")),
                new Seed(
                        "trust-names",
                        "two flows between the same ends",
                        List.of(),
                        "web-delivery stands twice",
                        model(
                                SOCKET,
                                SOCKET,
                                "web -> server.delivery \"polls\" \"HTTP\" \"http\" {\nproperties {\n"
                                        + "trust.data \"traffic\"\ntrust.via \"network\"\n}\n}\n" + SOCKET)));
    }

    private static DataClass gossip() {
        return new DataClass("gossip", "Gossip", "Said, not written.", true, Sensitivity.INTERNAL, List.of());
    }

    private static Stream<Seed> stores() {
        return Stream.of(
                new Seed(
                        "trust-stores",
                        "database that names nothing",
                        List.of("parley.cassandra"),
                        "names no data",
                        without("cassandra = container", "trust.stores")),
                new Seed(
                        "trust-stores",
                        "class kept in no defined form",
                        List.of("parley.cassandra"),
                        "keeps tokens, whose definition does not say in which form",
                        model("cassandra = container", "\"content,", "\"tokens,content,")),
                new Seed(
                        "trust-stores",
                        "class that is said to be kept and is not",
                        List.of("parley.cassandra"),
                        "is said to keep relations",
                        model("cassandra = container", "\"content,relations,", "\"content,")),
                new Seed(
                        "trust-stores",
                        "class that no flow brings",
                        List.of("parley.postgres"),
                        "keeps secrets, which no flow brings",
                        model("server.account -> postgres", "devices,secrets", "devices")));
    }

    private static Stream<Seed> assessments() {
        return Stream.of(
                new Seed(
                        "threat-unassessed",
                        "crossing without an assessment",
                        List.of(WEB, DELIVERY),
                        "T-web-delivery-S has no assessment",
                        inputs -> inputs.withAssessments(inputs.assessments().stream()
                                .filter(each -> each.threats().stream().noneMatch("T-web-delivery-S"::equals))
                                .toList())),
                new Seed(
                        "threat-unassessed",
                        "new crossing in the model",
                        List.of(WEB, "parley.server.log"),
                        "T-web-log-S",
                        model(
                                SOCKET,
                                SOCKET,
                                "web -> server.log \"reads\" \"HTTP\" \"http\" {\nproperties {\n"
                                        + "trust.data \"content\"\ntrust.via \"network\"\n}\n}\n" + SOCKET)),
                new Seed(
                        "threat-unassessed",
                        "personal data put into a flow that had none",
                        List.of("parley.server.schema", "parley.cassandra"),
                        "T-schema-cassandra-Li",
                        model("server.schema -> cassandra", "\"operations\"", "\"operations,content\"")),
                new Seed(
                        "threat-assessed-twice",
                        "scenario written a second time",
                        List.of(WEB, DELIVERY),
                        "T-web-delivery-S has the same scenario twice",
                        inputs -> inputs.withAssessments(Seed.with(
                                inputs.assessments(),
                                inputs.assessments().stream()
                                        .filter(each -> each.threats().contains("T-web-delivery-S"))
                                        .findFirst()
                                        .orElseThrow()))),
                new Seed(
                        "assessment-of-nothing",
                        "element renamed under its assessments",
                        List.of(),
                        "no threat is called T-web-push-S",
                        plus(new Assessment(List.of("T-web-push-S"), "Somebody.", OPEN))),
                new Seed(
                        "open-until-a-gap-closes",
                        "gap closed under an open threat",
                        List.of(),
                        "waits for MSG-19, which is no known gap",
                        inputs -> inputs.withGaps(inputs.gaps().stream()
                                .filter(gap -> !gap.id().equals("MSG-19"))
                                .toList())),
                new Seed(
                        "mitigated-by-a-test",
                        "test class that does not exist",
                        List.of(),
                        "names the test NoSuchTest",
                        status(Status.Mitigated.class, old -> mitigatedBy("NoSuchTest#holds"))),
                new Seed(
                        "mitigated-by-a-test",
                        "test method that was renamed",
                        List.of(),
                        "names the test HostileTokensTest#dreams",
                        status(Status.Mitigated.class, old -> mitigatedBy("HostileTokensTest#dreams"))),
                new Seed(
                        "mitigated-by-a-test",
                        "id that the catalogue lacks",
                        List.of(),
                        "names the test QG-99",
                        status(Status.Mitigated.class, old -> mitigatedBy("QG-99"))),
                new Seed(
                        "accepted-for-a-time",
                        "acceptance that expired on the day of the commit",
                        List.of(),
                        "expired on 2026-01-31, owner security",
                        inputs -> status(Status.Accepted.class, old -> accepted("2026-01-31"))
                                .apply(inputs.on(LocalDate.parse("2026-01-31")))));
    }

    private static Status mitigatedBy(String test) {
        return new Status.Mitigated("something", List.of(TestReference.parse(test)));
    }

    private static Status accepted(String expires) {
        return new Status.Accepted(Risk.LOW, "cheap", "security", LocalDate.parse(expires));
    }
}
