package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.parley.problem.ProblemType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The committed OpenAPI document, and what follows from it for requests and answers. Thread-safe. */
final class ApiDocument {

    /** Where the document stands in the project, seen from this module. */
    static final Path FILE = Path.of("..", "..", "spec", "api", "openapi.yaml");

    private static final String OTHERWISE = "default";

    private final OpenAPI document;
    private final OpenApiInteractionValidator interactions;
    private final SchemaValidator schemas;

    private ApiDocument(OpenAPI document) {
        this.document = document;
        this.interactions = OpenApiInteractionValidator.createFor(document).build();
        this.schemas = new SchemaValidator(document, new MessageResolver());
    }

    static ApiDocument committed() {
        return Holder.COMMITTED;
    }

    /** Fails on a request that the document does not allow, unless it is meant to be wrong. */
    void requireValid(Call call) {
        if (!call.isWrong()) {
            assertNoErrors("request " + call, interactions.validateRequest(request(call)));
        }
    }

    /** Fails on an answer that the document does not promise; records one that it does. */
    void check(Call call, Answer answer) {
        boolean isProblem = answer.status() >= Answer.ERRORS;
        String problem = isProblem ? answer.problem().id() : "";
        Optional<Operation> operation = operation(call.method(), call.path());
        if (operation.isEmpty()) {
            return;
        }
        Operation asked = operation.get();
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(response::withHeader);
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        assertNoErrors(
                answer.toString(),
                interactions.validateResponse(call.path(), Request.Method.valueOf(call.method()), response.build()));
        String status = asked.getResponses().containsKey(Integer.toString(answer.status()))
                ? Integer.toString(answer.status())
                : OTHERWISE;
        Occurrences.add(Occurrences.of(asked.getOperationId(), status));
        if (isProblem && !status.equals(OTHERWISE)) {
            assertThat(problems(asked.getResponses().get(status)))
                    .as("problems that the document names for %s", answer)
                    .contains(problem);
            Occurrences.add(Occurrences.of(asked.getOperationId(), status + " " + problem));
        }
        assertThat(status.equals(OTHERWISE) && answer.status() >= ProblemType.INTERNAL_ERROR.status())
                .as("a failure of the server that the document does not name: %s", answer)
                .isFalse();
    }

    /** Everything that the document promises to happen, in the form of {@link Occurrences}. */
    Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        document.getPaths().values().forEach(path -> path.readOperations()
                .forEach(operation -> operation.getResponses().forEach((status, response) -> {
                    promised.add(Occurrences.of(operation.getOperationId(), status));
                    problems(response)
                            .forEach(problem ->
                                    promised.add(Occurrences.of(operation.getOperationId(), status + " " + problem)));
                })));
        return promised;
    }

    /** Fails on JSON that is not as the schema of this name describes; frames carry such parts. */
    void requireForm(String schema, JsonNode json) {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + schema);
        assertNoErrors(schema + " " + json, schemas.validate(json.toString(), reference, "frame"));
    }

    OpenAPI content() {
        return document;
    }

    /** The examples of a problem answer are named by the catalogue's ids. */
    private static Set<String> problems(ApiResponse response) {
        if (response.getContent() == null || !response.getContent().containsKey(Answer.PROBLEM_JSON)) {
            return Set.of();
        }
        Map<String, ?> examples = response.getContent().get(Answer.PROBLEM_JSON).getExamples();
        return examples == null ? Set.of() : new TreeSet<>(examples.keySet());
    }

    private Optional<Operation> operation(String method, String path) {
        return document.getPaths().entrySet().stream()
                .filter(item -> matches(item.getKey(), path))
                .min(Map.Entry.comparingByKey((a, b) -> Boolean.compare(a.contains("{"), b.contains("{"))))
                .map(item -> item.getValue().readOperationsMap())
                .flatMap(operations -> operations.entrySet().stream()
                        .filter(operation -> operation.getKey().name().equals(method))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static boolean matches(String template, String path) {
        String[] literals = template.split("\\{[^}]*}", -1);
        StringBuilder pattern = new StringBuilder(Pattern.quote(literals[0]));
        for (int i = 1; i < literals.length; i++) {
            pattern.append("[^/]+").append(Pattern.quote(literals[i]));
        }
        return path.matches(pattern.toString());
    }

    private static Request request(Call call) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(call.method(), call.path());
        call.query().forEach(request::withQueryParam);
        call.headers().forEach(request::withHeader);
        call.body().ifPresent(body -> request.withBody(new String(body, StandardCharsets.UTF_8)));
        return request.build();
    }

    private static void assertNoErrors(String what, ValidationReport report) {
        assertThat(report.getMessages())
                .as("held against the OpenAPI document: %s", what)
                .isEmpty();
    }

    /** Read at the first use. */
    private static final class Holder {
        private static final ApiDocument COMMITTED = new ApiDocument(new OpenAPIV3Parser().read(FILE.toString()));
    }
}
