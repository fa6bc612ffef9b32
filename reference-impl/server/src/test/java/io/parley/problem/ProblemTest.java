package io.parley.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

@Verifies("API-2")
class ProblemTest {

    @Test
    void hasExactlyTheCataloguesTypes() throws Exception {
        List<Map<String, Object>> types = new ArrayList<>();
        for (ProblemType type : ProblemType.values()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", type.id());
            entry.put("status", type.status());
            entry.put("title", type.title());
            type.extension().ifPresent(name -> entry.put("extensions", List.of(name)));
            types.add(entry);
        }

        try (InputStream in = ProblemTest.class.getResourceAsStream("/io/parley/problems.yaml")) {
            List<Map<String, Object>> catalogue = new Yaml().load(in);
            // When they occur is the acceptance tests' business.
            catalogue.forEach(entry -> entry.keySet().removeAll(List.of("future", "fault")));
            assertThat(types).isEqualTo(catalogue);
        }
    }

    @Test
    void isWrittenAsRfc9457Says() {
        assertThat(json(Problem.of(ProblemType.NOT_FOUND)))
                .isEqualTo("{\"type\":\"urn:parley:problem:not-found\","
                        + "\"title\":\"There is no such thing, or it is not yours to see\",\"status\":404}");
    }

    @Test
    void writesItsDetailAndItsExtension() {
        assertThat(json(Problem.invalidField("device.id", "a UUID").withDetail("device.id is wrong")))
                .endsWith("\"status\":400,\"detail\":\"device.id is wrong\","
                        + "\"errors\":[{\"name\":\"device.id\",\"expected\":\"a UUID\"}]}");
        assertThat(json(Problem.methodNotAllowed(List.of("POST", "GET")))).endsWith("\"allow\":[\"GET\",\"POST\"]}");
        assertThat(json(Problem.bodyTooLarge(262144))).endsWith("\"limitBytes\":262144}");
    }

    @Test
    void writesTimesWithMilliseconds() {
        assertThat(json(Problem.clockSkew(Instant.parse("2026-11-20T10:00:00Z"))))
                .endsWith("\"serverTime\":\"2026-11-20T10:00:00.000Z\"}");
    }

    @Test
    void countsPartSecondsWhole() {
        assertThat(json(Problem.retryAfter(ProblemType.OVERLOADED, Duration.ofMillis(1))))
                .endsWith("\"retryAfterSeconds\":1}");
        assertThat(json(Problem.retryAfter(ProblemType.OVERLOADED, Duration.ofSeconds(2))))
                .endsWith("\"retryAfterSeconds\":2}");
    }

    @Test
    void isEmbeddedInAFrameAsAnObject() {
        assertThat(new JsonMapper()
                        .writeValueAsString(new Frame(
                                "refused", Problem.of(ProblemType.ID_IN_USE).withDetail("id"))))
                .startsWith("{\"type\":\"refused\",\"problem\":{\"type\":\"urn:parley:problem:id-in-use\",");
    }

    @Test
    void refusesAnExtensionThatTheCatalogueDoesNotGiveToTheType() {
        assertThatThrownBy(() -> Problem.of(ProblemType.CLOCK_SKEW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Problem.retryAfter(ProblemType.NOT_FOUND, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String json(Problem problem) {
        return new JsonMapper().writeValueAsString(problem);
    }

    private record Frame(String type, Problem problem) {}
}
