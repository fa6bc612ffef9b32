package io.parley.capacity;

import io.parley.capacity.model.Input;
import io.parley.capacity.scenario.Catalog;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.ScenarioException;
import io.parley.capacity.scenario.Scenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of one call. */
record Question(
        Path project,
        Optional<String> profile,
        Optional<Path> scenario,
        Map<Input, Double> changes,
        boolean inputs,
        boolean json) {

    /**
     * Reads the options.
     *
     * @throws ScenarioException when they are not valid, with all that is wrong
     */
    static Question parse(List<String> arguments) {
        List<String> problems = new ArrayList<>();
        Path project = Path.of("");
        Optional<String> profile = Optional.empty();
        Optional<Path> scenario = Optional.empty();
        Map<Input, Double> changes = new EnumMap<>(Input.class);
        boolean inputs = false;
        boolean json = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--profile" -> profile = Optional.of(value(option, rest, problems));
                case "--scenario" -> scenario = Optional.of(Path.of(value(option, rest, problems)));
                case "--project" -> project = Path.of(value(option, rest, problems));
                case "--set" -> set(value(option, rest, problems), changes, problems);
                case "--inputs" -> inputs = true;
                case "--json" -> json = true;
                default -> problems.add("option=" + option + ", expected one that --help lists");
            }
        }
        if (!changes.isEmpty() && profile.isEmpty() && scenario.isEmpty()) {
            problems.add("--set, expected together with --profile or --scenario");
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return new Question(project, profile, scenario, changes, inputs, json);
    }

    private static String value(String option, Iterator<String> rest, List<String> problems) {
        if (rest.hasNext()) {
            return rest.next();
        }
        problems.add(option + ", expected a value after it");
        return "";
    }

    private static void set(String assignment, Map<Input, Double> changes, List<String> problems) {
        int at = assignment.indexOf('=');
        String key = at < 0 ? assignment : assignment.substring(0, at);
        Optional<Input> input = Catalog.input(key);
        if (at < 0 || input.isEmpty()) {
            problems.add("--set " + assignment + ", expected KEY=VALUE with a key that --inputs lists");
            return;
        }
        try {
            changes.put(input.get(), Double.valueOf(assignment.substring(at + 1)));
        } catch (NumberFormatException e) {
            problems.add("--set " + assignment + ", expected a number with the unit "
                    + input.get().unit());
        }
    }

    List<Scenario> scenarios(Scenarios scenarios) {
        if (profile.isEmpty() && scenario.isEmpty()) {
            return scenarios.all();
        }
        Scenario base = scenario.map(scenarios::whatIf).orElseGet(() -> scenarios.of(profile.orElseThrow()));
        return List.of(changes.isEmpty() ? base : scenarios.changed(base, changes, "--set"));
    }
}
