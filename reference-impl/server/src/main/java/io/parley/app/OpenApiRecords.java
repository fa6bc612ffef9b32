package io.parley.app;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A record's component is required in the OpenAPI document unless it is {@code @Nullable}: the code says it once. */
@Component
class OpenApiRecords implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            require(raw, schema.get$ref() == null ? schema : definition(schema.get$ref(), context));
        }
        return schema;
    }

    private static void require(Class<?> type, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            boolean known = schema.getProperties().containsKey(component.getName());
            boolean required =
                    schema.getRequired() != null && schema.getRequired().contains(component.getName());
            if (known && !required && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    private static @Nullable Schema<?> definition(String ref, ModelConverterContext context) {
        return context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }
}
