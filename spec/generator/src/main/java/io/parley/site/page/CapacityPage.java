package io.parley.site.page;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Display;
import io.parley.capacity.model.Group;
import io.parley.capacity.model.Input;
import io.parley.capacity.scenario.Parameter;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import io.parley.site.data.Links;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;

/** Every input and every answer of the capacity model, for all profiles. */
final class CapacityPage {

    private final Scenarios scenarios;

    CapacityPage(Project project) {
        this.scenarios = project.scenarios();
    }

    String source() {
        StringBuilder out = new StringBuilder("""
                = Capacity in figures

                [.lead]
                Every input of the capacity model with its range and where it comes from, and every answer with its formula.

                xref:capacity.adoc[What each profile needs] tells what follows from them.

                """);
        out.append("== Answers\n\n").append(answers());
        for (Scenario scenario : scenarios.all()) {
            out.append("\n\n== Inputs of ")
                    .append(scenario.profile())
                    .append("\n\n")
                    .append(inputs(scenario));
        }
        return out.append("\n").toString();
    }

    /** Answers of all profiles, one table for each group. */
    String answers() {
        StringBuilder out = new StringBuilder();
        Group group = null;
        for (Answer answer : Answer.values()) {
            if (answer.group() != group) {
                out.append(group == null ? "" : "|===\n\n");
                group = answer.group();
                out.append("=== ").append(group.title()).append("\n\n");
                out.append("[.figures.data,cols=\"6")
                        .append(",2".repeat(scenarios.all().size()));
                out.append("\",options=\"header\"]\n|===\n|Answer");
                scenarios.all().forEach(scenario -> out.append(" |").append(scenario.profile()));
                out.append("\n\n");
            }
            out.append("|[[").append(Links.answerAnchor(answer.id())).append("]]");
            out.append(Adoc.text(scenarios.text(answer).label())).append(" (").append(Adoc.code(answer.id()));
            out.append("): ").append(Adoc.text(scenarios.text(answer).formula()));
            for (Scenario scenario : scenarios.all()) {
                out.append("\n|").append(Adoc.text(text(answer, scenario)));
            }
            out.append("\n\n");
        }
        return out.append("|===\n").toString();
    }

    /** Answers of one profile. */
    String answers(Scenario scenario) {
        StringBuilder out =
                new StringBuilder(Markup.table("answers", "4,2,5", "Answer", "Value", "How it is computed"));
        for (Answer answer : Answer.values()) {
            out.append("|").append(Adoc.text(scenarios.text(answer).label()));
            out.append("\n|").append(Adoc.text(text(answer, scenario)));
            out.append("\n|")
                    .append(Adoc.text(scenarios.text(answer).formula()))
                    .append("\n\n");
        }
        return out.append("|===").toString();
    }

    /** Inputs of one profile, with an anchor for each. */
    String inputs(Scenario scenario) {
        StringBuilder out = new StringBuilder();
        out.append(Markup.table("inputs", "4,2,3,5", "Input", "Value", "Range", "Where it comes from"));
        for (Input input : Input.values()) {
            Parameter parameter = scenario.parameter(input);
            out.append("|[[")
                    .append(Links.parameterAnchor(scenario.profile(), input.key()))
                    .append("]]");
            out.append(Adoc.text(input.label()))
                    .append(" (")
                    .append(Adoc.code(input.key()))
                    .append(")");
            out.append("\n|").append(Adoc.text(parameter.text()));
            out.append("\n|").append(Adoc.text(parameter.range()));
            out.append("\n|").append(Markup.origin(parameter.origin())).append("\n\n");
        }
        return out.append("|===").toString();
    }

    /** Value and unit; in a narrow column the unit may stand on the next line. */
    static String text(Answer answer, Scenario scenario) {
        return Display.text(scenario.solve().get(answer), answer.unit(), answer.whole())
                .replaceFirst("\u202f(?=\\D+$)", " ");
    }
}
