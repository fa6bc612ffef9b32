package io.parley.capacity.scenario;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Consistency;
import io.parley.capacity.model.Input;
import io.parley.evidence.DataException;
import io.parley.evidence.DataFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The scenarios of a project, by profile. Reading collects everything that is wrong before it fails.
 *
 * <p>Immutable.
 */
public final class Scenarios {

    /** Directory of the scenario files, relative to the project. */
    public static final String DIRECTORY = "capacity-model/scenarios";

    private static final List<String> PROFILES = List.of("meeting", "community", "team", "timeline", "planet");

    private final Map<String, Scenario> byProfile;
    private final Map<Answer, AnswerText> texts;

    private Scenarios(Map<String, Scenario> byProfile, Map<Answer, AnswerText> texts) {
        this.byProfile = byProfile;
        this.texts = texts;
    }

    /**
     * Reads the scenarios of a project and holds them against its results and limits.
     *
     * @param project root directory
     * @throws ScenarioException when a file does not hold what it must, with all that is wrong
     */
    public static Scenarios read(Path project) {
        return read(project.resolve(DIRECTORY), project);
    }

    static Scenarios read(Path directory, Path project) {
        List<String> problems = new ArrayList<>();
        Facts facts = Facts.read(project);
        ScenarioFile common = new ScenarioFile(directory.resolve("common.yaml"), problems);
        Map<Input, Parameter> shared = common.parameters();
        shared.values().forEach(parameter -> facts.check(parameter, common));
        Map<String, Scenario> byProfile = new LinkedHashMap<>();
        for (String profile : PROFILES) {
            ScenarioFile file = new ScenarioFile(directory.resolve(profile + ".yaml"), problems);
            Map<Input, Parameter> own = file.parameters();
            own.values().forEach(parameter -> facts.check(parameter, file));
            Map<Input, Parameter> all = new EnumMap<>(Input.class);
            all.putAll(shared);
            all.putAll(own);
            Scenario scenario = new Scenario(profile, all, holdings(file));
            byProfile.put(profile, scenario);
            check(scenario, file);
        }
        Map<Answer, AnswerText> texts = texts(project.resolve("capacity-model/answers.yaml"), problems);
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return new Scenarios(byProfile, texts);
    }

    private static void check(Scenario scenario, ScenarioFile file) {
        if (!file.profile().equals(scenario.profile())) {
            file.problem("profile=" + file.profile() + ", expected " + scenario.profile());
        }
        boolean complete = true;
        for (Input input : Input.values()) {
            if (!scenario.parameters().containsKey(input)) {
                file.problem(input.key() + " is missing, expected value, unit " + input.unit()
                        + ", min, max and an origin here or in common.yaml");
                complete = false;
            }
        }
        if (complete) {
            consistent(scenario, file);
        }
    }

    /** Names the values, so that a reader sees which to change. */
    private static void consistent(Scenario scenario, ScenarioFile file) {
        for (Consistency rule : Consistency.values()) {
            if (!rule.holds(scenario.inputs())) {
                file.problem("inconsistent: " + rule.message());
            }
        }
    }

    private static List<Holding> holdings(ScenarioFile file) {
        List<Holding> holdings = new ArrayList<>();
        for (JsonNode node : file.holds()) {
            String words = node.path("words").asString("");
            String name = node.path("answer").asString(node.path("input").asString(""));
            Holding.Target target = node.has("answer")
                    ? Catalog.answer(name)
                            .<Holding.Target>map(Holding.OfAnswer::new)
                            .orElse(null)
                    : Catalog.input(name)
                            .<Holding.Target>map(Holding.OfInput::new)
                            .orElse(null);
            if (target == null || words.isEmpty()) {
                file.problem("holds " + node + ", expected words and a known answer or input");
            } else {
                holdings.add(new Holding(
                        words,
                        target,
                        node.path("min").asDouble(Double.NEGATIVE_INFINITY),
                        node.path("max").asDouble(Double.POSITIVE_INFINITY)));
            }
        }
        return holdings;
    }

    private static Map<Answer, AnswerText> texts(Path file, List<String> problems) {
        Map<String, AnswerText> byId = new HashMap<>();
        try {
            DataFiles.yamlList(file, AnswerText.class).forEach(text -> byId.put(text.id(), text));
        } catch (DataException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        Map<Answer, AnswerText> texts = new EnumMap<>(Answer.class);
        for (Answer answer : Answer.values()) {
            AnswerText text = byId.remove(answer.id());
            if (text == null) {
                problems.add(
                        file.getFileName() + ": " + answer.id() + " is missing, expected label, formula and inputs");
            } else {
                texts.put(answer, text);
                text.inputs().stream()
                        .filter(key -> Catalog.input(key).isEmpty())
                        .forEach(key -> problems.add(file.getFileName() + ": " + answer.id() + " names " + key
                                + ", expected a known input"));
            }
        }
        byId.keySet().forEach(id -> problems.add(file.getFileName() + ": " + id + " is no answer of the model"));
        return texts;
    }

    /** All of them, in the order of the catalogue. */
    public List<Scenario> all() {
        return List.copyOf(byProfile.values());
    }

    /**
     * The scenario of a profile.
     *
     * @throws ScenarioException when there is none
     */
    public Scenario of(String profile) {
        Scenario scenario = byProfile.get(profile);
        if (scenario == null) {
            throw new ScenarioException(
                    List.of("profile=" + profile + ", expected one of " + String.join(", ", byProfile.keySet())));
        }
        return scenario;
    }

    /** Label, formula and inputs of an answer. */
    public AnswerText text(Answer answer) {
        AnswerText text = texts.get(answer);
        if (text == null) {
            throw new IllegalStateException("answer=" + answer.id() + ", expected a text for each");
        }
        return text;
    }

    /**
     * A what-if of a file: a profile, and values that differ from it.
     *
     * @throws ScenarioException when the file or a value is not valid, with all that is wrong
     */
    public Scenario whatIf(Path file) {
        List<String> problems = new ArrayList<>();
        ScenarioFile read = new ScenarioFile(file, problems);
        Map<Input, Double> values = read.values();
        if (!byProfile.containsKey(read.profile())) {
            read.problem("profile=" + read.profile() + ", expected one of " + String.join(", ", byProfile.keySet()));
            throw new ScenarioException(problems);
        }
        return changed(of(read.profile()), values, String.valueOf(file.getFileName()), problems);
    }

    /**
     * A scenario with other values.
     *
     * @param place where the values come from, for messages
     * @throws ScenarioException when a value is not valid, with all that is wrong
     */
    public Scenario changed(Scenario base, Map<Input, Double> values, String place) {
        return changed(base, values, place, new ArrayList<>());
    }

    private static Scenario changed(Scenario base, Map<Input, Double> values, String place, List<String> problems) {
        values.forEach((input, value) -> {
            Parameter parameter = base.parameter(input);
            if (!parameter.allows(value)) {
                problems.add(place + ": " + input.key() + "=" + Parameter.plain(value) + " " + input.unit()
                        + ", expected " + parameter.range());
            }
        });
        Scenario changed = base.with(values);
        for (Consistency rule : Consistency.values()) {
            if (problems.isEmpty() && !rule.holds(changed.inputs())) {
                problems.add(place + ": inconsistent: " + rule.message());
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return changed;
    }
}
