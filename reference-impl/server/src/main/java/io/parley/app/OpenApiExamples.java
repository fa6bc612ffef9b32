package io.parley.app;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes the examples into the OpenAPI document: to parameters, bodies and answers, under one name each. */
@Component
class OpenApiExamples implements GlobalOpenApiCustomizer {

    private final List<ApiExample> examples = ApiExample.packaged();

    @Override
    public void customise(OpenAPI document) {
        examples.forEach(example -> add(example, operation(document, example.operation())));
    }

    private static void add(ApiExample example, Operation operation) {
        example.parameters().forEach((name, value) -> parameter(operation, String.valueOf(name))
                .addExample(example.name(), written(example, value)));
        if (example.body() != null) {
            add(example, operation.getRequestBody().getContent(), example.body());
        }
        if (example.answer() != null) {
            ApiResponse answered =
                    Objects.requireNonNull(operation.getResponses().get(example.status()), example.status());
            add(example, answered.getContent(), example.answer());
        }
    }

    private static void add(ApiExample example, Content content, Object value) {
        content.values().forEach(media -> media.addExamples(example.name(), written(example, value)));
    }

    private static Example written(ApiExample example, @Nullable Object value) {
        return new Example().summary(example.summary()).value(value);
    }

    private static Parameter parameter(Operation operation, String name) {
        return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "examples.yaml: " + operation.getOperationId() + " has no parameter " + name));
    }

    private static Operation operation(OpenAPI document, String id) {
        return document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getOperationId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("examples.yaml: there is no operation " + id));
    }
}
