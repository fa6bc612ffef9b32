package io.parley.app;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says of the optional members of requests that null counts as absent. Answers never hold null. */
@Component
class OpenApiRequests implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(OpenApiRequests::bodies)
                .map(body -> definition(document, body))
                .forEach(body -> allowNull(document, body));
    }

    private static Stream<Schema<?>> bodies(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.empty()
                : operation.getRequestBody().getContent().values().stream().map(media -> media.getSchema());
    }

    private static Schema<?> definition(OpenAPI document, Schema<?> schema) {
        String ref = schema.get$ref();
        return ref == null
                ? schema
                : Objects.requireNonNull(
                        document.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1)));
    }

    private static void allowNull(OpenAPI document, Schema<?> body) {
        List<String> required = Objects.requireNonNullElse(body.getRequired(), List.of());
        body.getProperties().forEach((name, property) -> {
            if (property.get$ref() != null) {
                allowNull(document, definition(document, property));
            } else if (!required.contains(name)) {
                property.setNullable(true);
            }
        });
    }
}
