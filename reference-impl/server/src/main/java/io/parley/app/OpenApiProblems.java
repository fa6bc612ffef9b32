package io.parley.app;

import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import io.parley.problem.web.Refuses;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the problems of every operation: those that follow from its shape by the rules below, those that it names with
 * {@link Refuses}, and for all others (405, 406, 408, 429, 431, 500 …) the default answer.
 *
 * <p>A controller declares its own successes only ({@code @Operation} with an {@code operationId}, {@code @ResponseStatus} or
 * {@code @ApiResponse}) and its own refusals with {@code @Refuses}.
 */
@Component
class OpenApiProblems implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String REFUSES = "x-refuses";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int UNAUTHORIZED = 401;

    private final Limits limits;

    OpenApiProblems(Limits limits) {
        this.limits = limits;
    }

    /** Remembers what the method names; whether a token is needed is known only with the path. */
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Refuses refuses = method.getMethodAnnotation(Refuses.class);
        operation.addExtension(REFUSES, refuses == null ? List.of() : Arrays.asList(refuses.value()));
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, OpenApiProblemSchema.create());
        for (ProblemType type : ProblemType.values()) {
            document.getComponents().addExamples(type.id(), OpenApiProblemSchema.example(type, limits));
        }
        document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        Set<ProblemType> problems = EnumSet.of(ProblemType.STORE_UNAVAILABLE);
        if (!PublicPaths.ANY_METHOD.contains(path)) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
            problems.add(ProblemType.UNAUTHENTICATED);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(EnumSet.of(
                    ProblemType.MALFORMED_REQUEST,
                    ProblemType.INVALID_FIELD,
                    ProblemType.BODY_TOO_LARGE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "query".equals(parameter.getIn()))) {
            problems.add(ProblemType.INVALID_FIELD);
        }
        if (path.contains("{")) {
            problems.add(ProblemType.NOT_FOUND);
        }
        if (operation.getExtensions().remove(REFUSES) instanceof List<?> named) {
            named.forEach(type -> problems.add((ProblemType) type));
        }
        describe(problems, operation.getResponses());
        operation.setExtensions(operation.getExtensions().isEmpty() ? null : operation.getExtensions());
    }

    private static void describe(Set<ProblemType> problems, ApiResponses responses) {
        Map<Integer, List<ProblemType>> byStatus = problems.stream()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, types) -> responses.addApiResponse(Integer.toString(status), answer(types)));
        responses.addApiResponse(
                "default",
                new ApiResponse()
                        .description("Any other problem of the catalogue; each operation may answer 405, 406, 408, 414,"
                                + " 429, 431 and 500.")
                        .content(new Content().addMediaType(PROBLEM_JSON, document())));
    }

    /** The examples are named by the catalogue's ids: they say which problems the status stands for. */
    private static ApiResponse answer(List<ProblemType> types) {
        MediaType document = document();
        types.forEach(
                type -> document.addExamples(type.id(), new Example().$ref("#/components/examples/" + type.id())));
        ApiResponse response = new ApiResponse()
                .description(types.stream()
                        .map(type -> type.title() + " (`" + type.id() + "`).")
                        .collect(Collectors.joining(" ")))
                .content(new Content().addMediaType(PROBLEM_JSON, document));
        if (types.get(0).status() == UNAUTHORIZED) {
            response.addHeaderObject(
                    "WWW-Authenticate",
                    header("How to authenticate (RFC 6750).", new StringSchema()._default("Bearer")));
        }
        if (types.get(0).extension().filter("retryAfterSeconds"::equals).isPresent()) {
            response.addHeaderObject(
                    "Retry-After",
                    header("Seconds to wait before a repeat.", new IntegerSchema().minimum(BigDecimal.ONE)));
        }
        return response;
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).required(true).schema(schema);
    }

    private static MediaType document() {
        return new MediaType().schema(new Schema<>().$ref(PROBLEM));
    }
}
