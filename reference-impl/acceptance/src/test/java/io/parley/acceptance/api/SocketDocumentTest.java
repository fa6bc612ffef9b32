package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.acceptance.api.SocketDocument.Side;
import io.parley.delivery.CloseCode;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the AsyncAPI document against its own standard, the limits, the error catalogue and the server's codes. */
@Verifies("API-1")
class SocketDocumentTest {

    private static final Path LIMITS = Path.of("..", "..", "spec", "data", "limits.yaml");
    private static final int TOO_LARGE = 1009;
    private static final Set<String> BOUNDS =
            Set.of("maxLength", "maxProperties", "maxItems", "maximum", "exclusiveMaximum", "minLength", "minItems");

    private final SocketDocument document = SocketDocument.committed();

    /** The standard's own schema, as its authors publish it in the npm package {@code @asyncapi/specs} (Apache-2.0). */
    @Test
    void isAnAsyncApiDocument() throws IOException {
        try (InputStream standard =
                Objects.requireNonNull(SocketDocumentTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(standard, InputFormat.JSON)
                            .validate(document.content()))
                    .isEmpty();
        }
    }

    @Test
    void takesEveryBoundFromTheLimits() {
        Map<String, Long> limits = new HashMap<>();
        Json.yamlList(LIMITS)
                .forEach(limit -> limits.put(
                        limit.get("id").asString(), limit.get("value").asLong()));
        Map<String, String> wrong = new TreeMap<>();
        objects(document.content()).forEach(part -> BOUNDS.stream()
                .filter(bound -> part.path(bound).isNumber())
                .forEach(bound -> {
                    String limit = part.path("x-limits").path(bound).asString("");
                    if (!Objects.equals(limits.get(limit), part.get(bound).asLong())) {
                        wrong.put(bound + " of " + part, limit);
                    }
                }));

        assertThat(wrong)
                .as("bounds that are not the value of the limit they name")
                .isEmpty();
        assertThat(objects(document.content()).filter(part -> part.has("limit")).map(part -> part.get("limit")
                        .asString()))
                .isNotEmpty()
                .isSubsetOf(limits.keySet());
    }

    @Test
    void namesProblemsOfTheCatalogueOnly() {
        Set<String> catalogue =
                Arrays.stream(ProblemType.values()).map(ProblemType::id).collect(Collectors.toSet());

        assertThat(document.types(Side.SERVER).stream().flatMap(type -> document.problems(type).stream()))
                .isNotEmpty()
                .isSubsetOf(catalogue);
    }

    @Test
    void hasTheCloseCodesOfTheServer() {
        Map<Integer, String> codes = new TreeMap<>(Map.of(TOO_LARGE, "too large"));
        Arrays.stream(CloseCode.values()).forEach(code -> codes.put(code.code(), code.reason()));

        assertThat(document.closeCodes()).isEqualTo(codes);
    }

    /** A frame shares its parts with calls: the schemas are the very same, and use no word that only one side knows. */
    @Test
    void sharesSchemasWithTheOpenApiDocument() {
        ObjectNode shared = Json.yaml(ApiDocument.FILE);
        Set<String> references = objects(document.content())
                .map(part -> part.path("$ref").asString(""))
                .filter(reference -> reference.startsWith("openapi.yaml#"))
                .collect(Collectors.toSet());

        assertThat(references).hasSizeGreaterThan(5).allSatisfy(reference -> assertThat(
                        objects(shared.at(reference.substring(reference.indexOf('#') + 1))))
                .isNotEmpty()
                .noneMatch(part -> part.has("nullable")));
    }

    private static Stream<ObjectNode> objects(JsonNode part) {
        Stream<ObjectNode> below = part.valueStream().flatMap(SocketDocumentTest::objects);
        return part instanceof ObjectNode object ? Stream.concat(Stream.of(object), below) : below;
    }
}
