package io.parley.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads lists of records from YAML files and from JSON lines; a member that the record does not have is an error. */
public final class DataFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DataFiles() {}

    /**
     * Reads a YAML file that is a list.
     *
     * @throws DataException when the file is missing, is no such list, or a record refuses its values
     */
    public static <T> List<T> yamlList(Path file, Class<T> type) {
        try {
            String text = Files.readString(file);
            return List.copyOf(YAML.readValue(text, YAML.getTypeFactory().constructCollectionType(List.class, type)));
        } catch (IOException | JacksonException e) {
            throw new DataException(file + ": " + firstLine(e), e);
        }
    }

    /**
     * Reads a file of JSON lines; blank lines are passed over.
     *
     * @throws DataException when the file is missing, or a line is no such record
     */
    public static <T> List<T> jsonLines(Path file, Class<T> type) {
        return jsonLines(file, type, JSON);
    }

    static <T> List<T> jsonLines(Path file, Class<T> type, ObjectMapper mapper) {
        List<T> records = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                records.add(mapper.readValue(line, type));
            } catch (JacksonException e) {
                throw new DataException(file + ":" + number + ": " + firstLine(e), e);
            }
        }
        return records;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new DataException(file + ": " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
