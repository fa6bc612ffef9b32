package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The committed OpenAPI document, and what follows from it for requests, answers and frames. Thread-safe. */
final class ApiDocument {

    /** Where the document stands in the project, seen from this module. */
    static final Path FILE = Path.of("..", "..", "spec", "api", "openapi.yaml");

    private static final String PROBLEM_JSON = "application/problem+json";

    private final OpenAPI document;
    private final OpenApiInteractionValidator interactions;
    private final SchemaValidator schemas;

    private ApiDocument(OpenAPI document) {
        this.document = document;
        this.interactions = OpenApiInteractionValidator.createFor(document)
                .withLevelResolver(LevelResolver.create()
                        // The contract ignores what it does not know; the validator would not.
                        .withLevel("validation.request.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
                        .build())
                .build();
        this.schemas = new SchemaValidator(document, new MessageResolver());
    }

    static ApiDocument committed() {
        return Holder.COMMITTED;
    }

    /** Another document, such as an edited copy. */
    static ApiDocument of(String yaml) {
        return new ApiDocument(new OpenAPIV3Parser().readContents(yaml).getOpenAPI());
    }

    OpenAPI content() {
        return document;
    }

    /** The operation that this request asks for; empty when the document has none. */
    Optional<Operation> operation(String method, String path) {
        return document.getPaths().entrySet().stream()
                .filter(item -> matches(item.getKey(), path))
                .min(Map.Entry.comparingByKey((a, b) -> Boolean.compare(a.contains("{"), b.contains("{"))))
                .map(item -> item.getValue().readOperationsMap())
                .flatMap(operations -> operations.entrySet().stream()
                        .filter(operation -> operation.getKey().name().equals(method))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** Fails on a request that the document does not allow. */
    void requireValid(HttpRequest request) {
        SimpleRequest.Builder described =
                new SimpleRequest.Builder(request.method(), request.uri().getPath());
        String query = request.uri().getRawQuery();
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                described.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        request.headers().map().forEach(described::withHeader);
        SentBody.of(request).ifPresent(described::withBody);
        assertNoErrors("the request " + request, interactions.validateRequest(described.build()));
    }

    /** Fails on an answer that the document does not promise. */
    void requireValid(HttpRequest request, Answer answer) {
        SimpleResponse.Builder described = SimpleResponse.Builder.status(answer.status());
        answer.headers().map().forEach(described::withHeader);
        if (!answer.body().isEmpty()) {
            described.withBody(answer.body());
        }
        Request.Method method = Request.Method.valueOf(request.method());
        assertNoErrors(
                answer.toString(), interactions.validateResponse(request.uri().getPath(), method, described.build()));
    }

    /** Fails on JSON that is not as the schema of this name describes; frames carry such parts. */
    void requireForm(String schema, JsonNode json) {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + schema);
        assertNoErrors(schema + " " + json, schemas.validate(json.toString(), reference, "frame"));
    }

    /** Everything that the document promises of an operation, in the form of {@link Occurrences}. */
    Set<String> promised(String operation) {
        Set<String> promised = new TreeSet<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(described -> described.getOperationId().equals(operation))
                .forEach(described -> described.getResponses().forEach((status, response) -> {
                    promised.add(Occurrences.of(operation, status));
                    problems(response)
                            .forEach(problem -> promised.add(Occurrences.of(operation, status + " " + problem)));
                }));
        return promised;
    }

    /** The catalogue's ids that the document names for this answer: its examples are called by them. */
    static Set<String> problems(ApiResponse response) {
        if (response.getContent() == null || !response.getContent().containsKey(PROBLEM_JSON)) {
            return Set.of();
        }
        Map<String, ?> examples = response.getContent().get(PROBLEM_JSON).getExamples();
        return examples == null ? Set.of() : new TreeSet<>(examples.keySet());
    }

    private static boolean matches(String template, String path) {
        String[] literals = template.split("\\{[^}]*}", -1);
        StringBuilder pattern = new StringBuilder(Pattern.quote(literals[0]));
        for (int i = 1; i < literals.length; i++) {
            pattern.append("[^/]+").append(Pattern.quote(literals[i]));
        }
        return path.matches(pattern.toString());
    }

    private static void assertNoErrors(String what, ValidationReport report) {
        assertThat(report.hasErrors())
                .as("held against the OpenAPI document: %s%n%s", what, report.getMessages())
                .isFalse();
    }

    /** Read at the first use. */
    private static final class Holder {
        private static final ApiDocument COMMITTED = new ApiDocument(new OpenAPIV3Parser().read(FILE.toString()));
    }
}
