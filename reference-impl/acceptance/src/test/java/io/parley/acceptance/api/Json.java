package io.parley.acceptance.api;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads and writes JSON as a client would: with no rule of the server's. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Json() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** A document in YAML; every scalar that is no number or truth stays text. */
    static ObjectNode yaml(Path file) {
        return (ObjectNode) YAML.readTree(file);
    }

    /** The items of a list in YAML. */
    static List<JsonNode> yamlList(Path file) {
        return YAML.readTree(file).valueStream().toList();
    }

    static <T> T as(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }
}
