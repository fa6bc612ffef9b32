package io.parley.conversation.web;

import io.parley.limits.Limits;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes the limits of conversations, messages and pages into the OpenAPI document. */
@Component
class ConversationSchemas implements GlobalOpenApiCustomizer {

    private final Limits limits;

    ConversationSchemas(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void customise(OpenAPI document) {
        Map<String, ?> schemas = document.getComponents().getSchemas();
        int textBytesMax = limits.message().textBytesMax();
        property(schemas, "Content", "text")
                .description("1 to " + textBytesMax + " bytes of UTF-8, not blank.")
                .minLength(1)
                .maxLength(textBytesMax)
                .example("Shall we meet at nine?");
        property(schemas, "NewConversation", "title")
                .minLength(1)
                .maxLength(limits.conversation().titleCharsMax());
        property(schemas, "NewConversation", "members")
                .minItems(1)
                .maxItems(limits.conversation().membersMax() - 1);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(ConversationSchemas::parameters)
                .filter(parameter -> parameter.getName().equals("limit"))
                .forEach(parameter -> bound(parameter.getSchema()));
    }

    private void bound(Schema<?> limit) {
        limit.maximum(BigDecimal.valueOf(limits.page().entriesMax()));
        limit.setDefault(limits.page().defaultEntries());
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream();
    }

    private static Schema<?> property(Map<String, ?> schemas, String name, String property) {
        if (schemas.get(name) instanceof Schema<?> schema && schema.getProperties() != null) {
            Schema<?> found = schema.getProperties().get(property);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("the OpenAPI document has no " + name + "." + property);
    }
}
