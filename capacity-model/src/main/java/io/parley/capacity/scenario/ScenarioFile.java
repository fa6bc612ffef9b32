package io.parley.capacity.scenario;

import io.parley.capacity.model.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one file of parameters; what is wrong goes to the problems, and reading goes on. Not for use by several threads. */
final class ScenarioFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> MEMBERS = Set.of("profile", "holds", "inputs");
    private static final Set<String> PARAMETER =
            Set.of("value", "unit", "min", "max", "source", "says", "read-as", "result", "limit", "assume");

    private final String name;
    private final List<String> problems;
    private final JsonNode root;

    ScenarioFile(Path file, List<String> problems) {
        this.name = String.valueOf(file.getFileName());
        this.problems = problems;
        this.root = read(file);
        refuseUnknown("", root, MEMBERS);
    }

    private JsonNode read(Path file) {
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            if (tree.isObject()) {
                return tree;
            }
            problem("expected the members " + sorted(MEMBERS));
        } catch (IOException e) {
            problem("cannot be read: " + e.getMessage());
        } catch (JacksonException e) {
            problem(e.getOriginalMessage() + " in line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
        return YAML.createObjectNode();
    }

    String profile() {
        return root.path("profile").asString("");
    }

    JsonNode holds() {
        return root.path("holds");
    }

    /** Full parameters, of which each states value, unit, range and one origin. */
    Map<Input, Parameter> parameters() {
        Map<Input, Parameter> found = new EnumMap<>(Input.class);
        for (Map.Entry<String, JsonNode> entry : inputs()) {
            Input input = known(entry.getKey());
            Parameter parameter = input == null ? null : parameter(input, entry.getValue());
            if (parameter != null) {
                found.put(parameter.input(), parameter);
            }
        }
        return found;
    }

    /** Values alone, as somebody asks "what if". */
    Map<Input, Double> values() {
        Map<Input, Double> found = new EnumMap<>(Input.class);
        for (Map.Entry<String, JsonNode> entry : inputs()) {
            Input input = known(entry.getKey());
            JsonNode value = entry.getValue().isObject() ? entry.getValue().path("value") : entry.getValue();
            if (input != null && value.isNumber()) {
                found.put(input, value.asDouble());
            } else if (input != null) {
                problem(input.key() + "=" + value + ", expected a number with the unit " + input.unit());
            }
        }
        return found;
    }

    private Set<Map.Entry<String, JsonNode>> inputs() {
        JsonNode inputs = root.path("inputs");
        if (!inputs.isObject()) {
            problem("inputs=" + inputs + ", expected a member for each input");
        }
        return inputs.properties();
    }

    private @Nullable Input known(String key) {
        Input input = Catalog.input(key).orElse(null);
        if (input == null) {
            problem(key + " is no input, expected one of " + Catalog.inputKeys());
        }
        return input;
    }

    private @Nullable Parameter parameter(Input input, JsonNode node) {
        String key = input.key();
        int before = problems.size();
        refuseUnknown(key + ".", node, PARAMETER);
        double value = number(key, "value", node);
        double min = number(key, "min", node);
        double max = number(key, "max", node);
        String unit = node.path("unit").asString("");
        if (!unit.equals(input.unit())) {
            problem(key + ".unit=" + unit + ", expected " + input.unit());
        }
        Origin origin = origin(key, node);
        if (problems.size() > before) {
            return null;
        }
        Parameter parameter = new Parameter(input, value, min, max, origin, true);
        if (!parameter.allows(value)) {
            problem(key + "=" + Parameter.plain(value) + " " + unit + ", expected " + parameter.range());
        }
        return parameter;
    }

    private double number(String key, String member, JsonNode node) {
        JsonNode number = node.path(member);
        if (!number.isNumber()) {
            String found = number.isMissingNode() ? "is missing" : "=" + number;
            problem(key + "." + member + (found.startsWith("=") ? found : " " + found) + ", expected a number");
            return 0;
        }
        return number.asDouble();
    }

    private Origin origin(String key, JsonNode node) {
        List<Origin> found = new ArrayList<>();
        if (node.has("source") || node.has("says")) {
            found.add(new Origin.Asked(text(node, "source"), text(node, "says"), text(node, "read-as")));
        }
        if (node.has("result")) {
            found.add(new Origin.Measured(text(node, "result")));
        }
        if (node.has("limit")) {
            found.add(new Origin.Decided(text(node, "limit")));
        }
        if (node.has("assume")) {
            found.add(new Origin.Assumed(text(node, "assume")));
        }
        if (found.size() != 1) {
            problem(key + " has " + found.size() + " origins, expected one of source and says, result, limit, assume");
            return new Origin.Assumed("");
        }
        return found.get(0);
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private void refuseUnknown(String prefix, JsonNode node, Set<String> known) {
        node.propertyNames().stream()
                .filter(member -> !known.contains(member))
                .forEach(member -> problem(prefix + member + " is unknown, expected one of " + sorted(known)));
    }

    void problem(String what) {
        problems.add(name + ": " + what);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
