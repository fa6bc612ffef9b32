package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The frames in code and those in the AsyncAPI document are the same. */
@Verifies("API-1")
class FramesOfTheDocumentTest {

    private static final Path FILE = Path.of("..", "..", "spec", "api", "asyncapi.yaml");

    private final Map<?, ?> document = document();

    @Test
    void haveTheSameTypes() {
        Set<String> inCode = Arrays.stream(ClientFrame.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        serverFrames().forEach(frame -> inCode.add(frame.name()));

        assertThat(at("components", "messages").keySet()).isEqualTo(inCode);
    }

    @Test
    void haveTheSameMembers() {
        assertThat(serverFrames()).allSatisfy(frame -> {
            Map<?, ?> payload = at("components", "messages", frame.name(), "payload");
            List<RecordComponent> components = List.of(frame.value().getRecordComponents());

            assertThat(withoutType(at("components", "messages", frame.name(), "payload", "properties")
                            .keySet()))
                    .isEqualTo(names(components));
            assertThat(withoutType((Collection<?>) Objects.requireNonNull(payload.get("required"))))
                    .isEqualTo(names(components.stream()
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .toList()));
        });
    }

    private static List<JsonSubTypes.Type> serverFrames() {
        return List.of(Objects.requireNonNull(ServerFrame.class.getAnnotation(JsonSubTypes.class))
                .value());
    }

    private static Set<String> names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> withoutType(Collection<?> names) {
        return names.stream()
                .map(String::valueOf)
                .filter(name -> !name.equals("type"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<?, ?> at(String... path) {
        Map<?, ?> at = document;
        for (String step : path) {
            at = (Map<?, ?>) Objects.requireNonNull(at.get(step), step);
        }
        return at;
    }

    private static Map<?, ?> document() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
