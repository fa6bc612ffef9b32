package io.parley.capacity;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Group;
import io.parley.capacity.model.Input;
import io.parley.capacity.scenario.Parameter;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import io.parley.evidence.DataFiles;
import io.parley.evidence.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the page needs beside the model: names, units, formulas, and the scenarios with ranges and origins. */
public final class PageData {

    private final JsonMapper json = JsonMapper.shared();
    private final Scenarios scenarios;
    private final List<Profile> profiles;

    private PageData(Path project) {
        this.scenarios = Scenarios.read(project);
        this.profiles = DataFiles.yamlList(project.resolve("spec/profiles.yaml"), Profile.class);
    }

    /**
     * Writes a classic script that sets one variable.
     *
     * @param arguments root of the project, file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new PageData(Path.of(arguments[0])).script());
    }

    private String script() {
        ObjectNode root = json.createObjectNode();
        ObjectNode groups = root.putObject("groups");
        for (Group group : Group.values()) {
            groups.put(group.name(), group.title());
        }
        ArrayNode inputs = root.putArray("inputs");
        for (Input input : Input.values()) {
            inputs.addObject()
                    .put("key", input.key())
                    .put("label", input.label())
                    .put("unit", input.unit())
                    .put("whole", input.whole())
                    .put("group", input.group().name());
        }
        ArrayNode answers = root.putArray("answers");
        for (Answer answer : Answer.values()) {
            ObjectNode node = answers.addObject()
                    .put("id", answer.id())
                    .put("label", scenarios.text(answer).label())
                    .put("formula", scenarios.text(answer).formula())
                    .put("unit", answer.unit())
                    .put("whole", answer.whole())
                    .put("group", answer.group().name());
            ArrayNode candidates = node.putArray("candidates");
            for (Answer candidate : answer.candidates()) {
                candidates.add(candidate.id());
            }
        }
        ArrayNode all = root.putArray("profiles");
        scenarios.all().forEach(scenario -> all.add(profile(scenario)));
        return "window.parleyCapacity = " + json.writeValueAsString(root) + ";\n";
    }

    private ObjectNode profile(Scenario scenario) {
        Profile words = profiles.stream()
                .filter(profile -> profile.id().equals(scenario.profile()))
                .findFirst()
                .orElseThrow();
        ObjectNode node = json.createObjectNode()
                .put("id", scenario.profile())
                .put("users", capital(words.users()) + ".")
                .put("holds", words.holds() + ".");
        ArrayNode values = node.putArray("values");
        for (Input input : Input.values()) {
            Parameter parameter = scenario.parameter(input);
            values.addObject()
                    .put("value", parameter.value())
                    .put("min", parameter.min())
                    .put("max", parameter.max())
                    .put("origin", parameter.origin().word())
                    .put("text", parameter.origin().text());
        }
        return node;
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
