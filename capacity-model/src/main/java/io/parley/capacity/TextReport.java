package io.parley.capacity;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Display;
import io.parley.capacity.model.Group;
import io.parley.capacity.model.Input;
import io.parley.capacity.scenario.Parameter;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;

/** Tables for a terminal. */
final class TextReport {

    private static final int LABEL_COLUMNS = 50;

    private final Scenarios scenarios;

    TextReport(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** Profiles side by side. */
    String compare(List<Scenario> asked) {
        List<String> heading = new ArrayList<>(List.of(""));
        List<Answers> solved = new ArrayList<>();
        asked.forEach(scenario -> {
            heading.add(scenario.profile());
            solved.add(scenario.solve());
        });
        Table table = new Table(LABEL_COLUMNS, 17);
        table.row(heading);
        Group group = null;
        for (Answer answer : Answer.values()) {
            if (answer.group() != group) {
                group = answer.group();
                table.title(group.title());
            }
            List<String> row = new ArrayList<>(List.of(label(answer)));
            solved.forEach(answers -> row.add(text(answer, answers)));
            table.row(row);
            if (answer.candidates().length > 0) {
                List<String> binding = new ArrayList<>(List.of("  " + says(answer)));
                solved.forEach(answers -> binding.add(decider(answer, answers)));
                table.row(binding);
            }
        }
        return table.toString();
    }

    /** One scenario; beside its answers those of the profile that it changes, where they differ. */
    String against(Scenario asked, Scenario profile) {
        Answers now = asked.solve();
        Answers before = profile.solve();
        StringBuilder out = new StringBuilder("Profile " + asked.profile() + "\n");
        for (Input input : Input.values()) {
            if (asked.parameter(input).value() != profile.parameter(input).value()) {
                out.append("  with ").append(input.key()).append(" ");
                out.append(asked.parameter(input).text()).append(" instead of ");
                out.append(profile.parameter(input).text()).append("\n");
            }
        }
        Table table = new Table(LABEL_COLUMNS, 20);
        Group group = null;
        for (Answer answer : Answer.values()) {
            if (answer.group() != group) {
                group = answer.group();
                table.title(group.title());
            }
            String why = answer.candidates().length > 0 ? says(answer) + " " + decider(answer, now) : "";
            boolean same = now.get(answer) == before.get(answer);
            table.row(List.of(label(answer), text(answer, now), same ? "" : "was " + text(answer, before), why));
        }
        return out.append(table).toString();
    }

    /** Every input with its range and its origin. */
    String inputs(List<Scenario> asked) {
        StringBuilder out = new StringBuilder();
        for (Scenario scenario : asked) {
            out.append("Inputs of ").append(scenario.profile()).append("\n");
            Table table = new Table(34, 24, 44);
            for (Input input : Input.values()) {
                Parameter parameter = scenario.parameter(input);
                String origin = parameter.unchanged()
                        ? parameter.origin().word() + ": " + parameter.origin().text()
                        : "what if";
                table.row(List.of(input.key(), parameter.text(), parameter.range(), origin));
            }
            out.append(table).append("\n");
        }
        return out.toString();
    }

    private String label(Answer answer) {
        return scenarios.text(answer).label();
    }

    /** The budget is a sum, so that its largest part does not decide alone. */
    private static String says(Answer answer) {
        return answer == Answer.LATENCY_TOTAL ? "largest part" : "decided by";
    }

    /** "cpu" for "nodes.by-cpu". */
    private static String decider(Answer answer, Answers answers) {
        String id = answers.binding(answer).id();
        return id.substring(id.indexOf('.') + 1).replace("by-", "");
    }

    private static String text(Answer answer, Answers answers) {
        return Display.text(answers.get(answer), answer.unit(), answer.whole());
    }
}
