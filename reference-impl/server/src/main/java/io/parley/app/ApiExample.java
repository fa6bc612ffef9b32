package io.parley.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A call and its answer, for people who read the OpenAPI document.
 *
 * @param operation its id in the document
 * @param parameters of the address
 */
record ApiExample(
        String name,
        String operation,
        String summary,
        Map<?, ?> parameters,
        @Nullable Object body,
        String status,
        @Nullable Object answer) {

    private static final String RESOURCE = "/io/parley/examples.yaml";

    /** The examples of {@code spec/api/examples.yaml}, in its order. */
    static List<ApiExample> packaged() {
        try (InputStream in = Objects.requireNonNull(ApiExample.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            List<Map<String, Object>> examples = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return examples.stream().map(ApiExample::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    private static ApiExample of(Map<String, Object> example) {
        return new ApiExample(
                text(example, "name"),
                text(example, "operation"),
                text(example, "summary"),
                example.get("parameters") instanceof Map<?, ?> parameters ? parameters : Map.of(),
                example.get("body"),
                text(example, "status"),
                example.get("answer"));
    }

    private static String text(Map<String, Object> example, String key) {
        return Objects.requireNonNull(example.get(key), () -> "examples.yaml: " + key + " is missing in " + example)
                .toString();
    }
}
