package io.parley.site.data;

import io.parley.evidence.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The documents of the interface as trees.
 *
 * @param rest OpenAPI: the calls, and the schemas that calls and frames share
 * @param socket AsyncAPI: the frames
 */
public record ApiDocuments(JsonNode rest, JsonNode socket) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * Reads both.
     *
     * @throws DataException when one cannot be read
     */
    public static ApiDocuments read(Path root) {
        Path directory = root.resolve("spec/api");
        return new ApiDocuments(
                document(directory.resolve("openapi.yaml")), document(directory.resolve("asyncapi.yaml")));
    }

    /** What a reference in one of the documents stands for; a reference without a file's name is to {@code home}. */
    public JsonNode resolve(JsonNode home, String reference) {
        int hash = reference.indexOf('#');
        JsonNode document = hash == 0 ? home : rest;
        JsonNode found = document.at(reference.substring(hash + 1));
        if (found.isMissingNode()) {
            throw new IllegalStateException("spec/api: nothing stands at " + reference);
        }
        return found;
    }

    private static JsonNode document(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }
}
