package io.parley.acceptance.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON as a client would: with no rule of the server's. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static <T> T as(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }
}
