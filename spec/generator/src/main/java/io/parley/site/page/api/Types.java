package io.parley.site.page.api;

import io.parley.site.data.ApiDocuments;
import io.parley.site.data.Numbers;
import io.parley.site.text.Adoc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a schema allows, in words. */
final class Types {

    private static final int VALUES_MAX = 6;
    private static final String SHARED = "/components/schemas/";

    private final ApiDocuments documents;
    private final JsonNode home;

    /** @param home the document in which the schemas stand */
    Types(ApiDocuments documents, JsonNode home) {
        this.documents = documents;
        this.home = home;
    }

    /** The type, with links to schemas that have a table. */
    String type(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = nameOf(reference);
            return name.isEmpty() ? type(target(schema)) : link(name);
        }
        if (schema.has("const")) {
            return Adoc.code(schema.get("const").asString());
        }
        if (schema.has("enum")) {
            return values(schema.get("enum"));
        }
        String word = word(schema);
        return isNullable(schema) ? word + " or null" : word;
    }

    /** Bounds, form and default of a value, as sentences; empty if there are none. */
    String bounds(JsonNode reference) {
        JsonNode schema = target(reference);
        List<String> bounds = new ArrayList<>();
        range(bounds, schema, "minLength", "maxLength", " characters");
        range(bounds, schema, "minItems", "maxItems", " items");
        range(bounds, schema, "minProperties", "maxProperties", " members");
        range(bounds, schema, "minimum", "maximum", "");
        if (schema.has("pattern")) {
            bounds.add("Pattern " + Adoc.code(schema.get("pattern").asString()));
        }
        if (schema.has("default")) {
            bounds.add("Default " + Adoc.text(schema.get("default").asString()));
        }
        return bounds.stream().map(bound -> bound + ".").collect(Collectors.joining(" "));
    }

    /** The schema itself, behind any references. */
    JsonNode target(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : target(documents.resolve(home, reference));
    }

    static String link(String schema) {
        return "xref:rest.adoc#schema-" + schema + "[" + schema + "]";
    }

    /** The name of a shared schema, which has a table; empty for any other place. */
    private String nameOf(String reference) {
        int start = reference.indexOf(SHARED);
        String name = start < 0 ? "" : reference.substring(start + SHARED.length());
        boolean shared = reference.indexOf('#') > 0 || home.equals(documents.rest());
        return shared && name.indexOf('/') < 0 ? name : "";
    }

    private String word(JsonNode schema) {
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asString()
                : schema.path("type").asString("object");
        return switch (type) {
            case "array" -> "list of " + type(schema.path("items"));
            case "integer" -> "whole number";
            case "number" -> "number";
            case "boolean" -> "true or false";
            case "string" ->
                switch (schema.path("format").asString("")) {
                    case "uuid" -> "UUID";
                    case "date-time" -> "time";
                    default -> "text";
                };
            default ->
                schema.path("additionalProperties").isObject()
                        ? "object, each value a " + type(schema.get("additionalProperties"))
                        : "object";
        };
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("nullable").asBoolean(false)
                || schema.path("type").valueStream().anyMatch(type -> type.asString()
                        .equals("null"));
    }

    private static String values(JsonNode values) {
        if (values.size() > VALUES_MAX) {
            return "text, one of " + values.size();
        }
        return values.valueStream().map(value -> Adoc.code(value.asString())).collect(Collectors.joining(" or "));
    }

    private static void range(List<String> bounds, JsonNode schema, String low, String high, String unit) {
        boolean hasLow = schema.has(low);
        boolean hasHigh = schema.has(high);
        if (hasLow && hasHigh) {
            bounds.add(number(schema, low) + " to " + number(schema, high) + unit);
        } else if (hasLow) {
            bounds.add("At least " + number(schema, low) + unit);
        } else if (hasHigh) {
            bounds.add("At most " + number(schema, high) + unit);
        }
    }

    private static String number(JsonNode schema, String keyword) {
        return Numbers.grouped(schema.get(keyword).asLong());
    }
}
