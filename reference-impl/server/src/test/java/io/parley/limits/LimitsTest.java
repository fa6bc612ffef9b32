package io.parley.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@Verifies("API-2")
class LimitsTest {

    @Test
    void hasOneAccessorPerKeyWithTheFilesValue() throws Exception {
        Map<String, Object> expected = new TreeMap<>();
        for (Map<String, Object> entry : file()) {
            String id = (String) Objects.requireNonNull(entry.get("id"));
            int value = (Integer) Objects.requireNonNull(entry.get("value"));
            Object read = "s".equals(entry.get("unit"))
                    ? Duration.ofSeconds(value)
                    : "ms".equals(entry.get("unit")) ? Duration.ofMillis(value) : (Object) value;
            expected.put(id.replaceAll("-(seconds|millis)", ""), read);
        }

        assertThat(accessors(Limits.packaged())).isEqualTo(expected);
    }

    @Test
    void refusesAMissingKeyByName() {
        assertThatThrownBy(() -> LimitsFile.read(without("page.entries-max")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("page.entries-max is missing");
    }

    @Test
    void refusesAnUnknownKeyByName() {
        List<Map<String, Object>> more = file();
        more.add(Map.of("id", "page.colours-max", "value", 7, "unit", "colours"));

        assertThatThrownBy(() -> LimitsFile.read(more))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing reads [page.colours-max]");
    }

    @Test
    void refusesAKeyThatOccursTwice() {
        List<Map<String, Object>> more = file();
        more.add(more.get(0));

        assertThatThrownBy(() -> LimitsFile.read(more)).hasMessageContaining("occurs twice");
    }

    @Test
    void refusesAValueThatIsNoWholeNumberFromOne() {
        assertThatThrownBy(() -> LimitsFile.read(with("page.entries-max", "value", 0)))
                .hasMessageContaining("page.entries-max, expected a whole value from 1");
        assertThatThrownBy(() -> LimitsFile.read(with("page.entries-max", "value", "many")))
                .hasMessageContaining("page.entries-max, expected a whole value from 1");
        assertThat(LimitsFile.read(with("page.entries-max", "value", 1)).page().entriesMax())
                .isEqualTo(1);
    }

    @Test
    void refusesAnotherUnitThanTheAccessorSpeaks() {
        assertThatThrownBy(() -> LimitsFile.read(with("time.skew-seconds", "unit", "ms")))
                .hasMessageContaining("time.skew-seconds has unit ms, expected s");
    }

    private static List<Map<String, Object>> without(String id) {
        List<Map<String, Object>> entries = file();
        entries.removeIf(entry -> id.equals(entry.get("id")));
        return entries;
    }

    private static List<Map<String, Object>> with(String id, String key, Object value) {
        UnaryOperator<Map<String, Object>> change = entry -> {
            Map<String, Object> changed = new HashMap<>(entry);
            changed.put(key, value);
            return changed;
        };
        List<Map<String, Object>> entries = file();
        entries.replaceAll(entry -> id.equals(entry.get("id")) ? change.apply(entry) : entry);
        return entries;
    }

    private static List<Map<String, Object>> file() {
        try (InputStream in = LimitsTest.class.getResourceAsStream("/io/parley/limits.yaml")) {
            return new ArrayList<>(new Yaml().<List<Map<String, Object>>>load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> accessors(Limits limits) throws ReflectiveOperationException {
        Map<String, Object> found = new TreeMap<>();
        for (RecordComponent group : Limits.class.getRecordComponents()) {
            Object values = group.getAccessor().invoke(limits);
            for (RecordComponent limit : group.getType().getRecordComponents()) {
                found.put(
                        group.getName() + "." + kebab(limit.getName()),
                        limit.getAccessor().invoke(values));
            }
        }
        return found;
    }

    private static String kebab(String camel) {
        return String.join(
                "-",
                Arrays.stream(camel.split("(?=[A-Z])"))
                        .map(part -> part.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
