package io.parley.site.page;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Capacity;
import io.parley.capacity.model.Display;
import io.parley.capacity.model.Input;
import io.parley.capacity.model.Inputs;
import io.parley.capacity.scenario.Parameter;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import io.parley.site.data.Numbers;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tables of the capacity model for written pages. */
final class CapacityBlocks {

    private static final List<Answer> SUMMARY = List.of(
            Answer.CONNECTIONS,
            Answer.MESSAGES,
            Answer.NODES,
            Answer.CASSANDRA_NODES,
            Answer.POSTGRES_NODES,
            Answer.REDIS_NODES,
            Answer.DISK,
            Answer.STORAGE_YEAR,
            Answer.BANDWIDTH_OUT,
            Answer.LATENCY_TOTAL,
            Answer.AVAILABILITY,
            Answer.COST_CPU,
            Answer.COST_BYTES);

    private static final double[] STEPS = {1e3, 1e4, 5e4, 1e5, 1e6, 1e7, 1e8};
    private static final int DECIDING_INPUTS = 8;

    private final Scenarios scenarios;
    private final CapacityPage page;

    CapacityBlocks(Project project) {
        this.scenarios = project.scenarios();
        this.page = new CapacityPage(project);
    }

    Map<String, Supplier<String>> byName() {
        Map<String, Supplier<String>> byName = new TreeMap<>();
        byName.put("capacity-summary", this::summary);
        byName.put("capacity-steps", this::steps);
        byName.put("capacity-origins", this::origins);
        byName.put("capacity-measured", this::measured);
        byName.put("capacity-sensitivity", this::sensitivity);
        for (Scenario scenario : scenarios.all()) {
            byName.put("capacity-inputs-" + scenario.profile(), () -> page.inputs(scenario));
            byName.put("capacity-answers-" + scenario.profile(), () -> page.answers(scenario));
        }
        return byName;
    }

    /** What people ask first, with the constraint that decides. */
    private String summary() {
        StringBuilder out = new StringBuilder(heading("3", "Answer"));
        for (Answer answer : SUMMARY) {
            out.append("|").append(Adoc.text(scenarios.text(answer).label()));
            for (Scenario scenario : scenarios.all()) {
                out.append("\n|capacity:")
                        .append(scenario.profile())
                        .append(".")
                        .append(answer.id());
                out.append("[").append(CapacityPage.text(answer, scenario)).append("]");
                out.append(decider(answer, scenario.solve()));
            }
            out.append("\n\n");
        }
        return out.append("|===").toString();
    }

    /** The first heading needs words: on a phone, headings stand beside the cells. */
    private String heading(String width, String first) {
        StringBuilder out = new StringBuilder("[.capacity.data,cols=\"" + width);
        out.append(",2".repeat(scenarios.all().size()))
                .append("\",options=\"header\"]\n|===\n|")
                .append(first);
        scenarios.all().forEach(scenario -> out.append(" |").append(scenario.profile()));
        return out.append("\n\n").toString();
    }

    /** "(storage)" behind what storage decides; the delivery budget is a sum, of which a part is the largest. */
    private static String decider(Answer answer, Answers answers) {
        if (answer.candidates().length == 0) {
            return "";
        }
        String id = answers.binding(answer).id();
        return " (" + Adoc.text(id.substring(id.indexOf('.') + 1).replace("by-", "")) + ")";
    }

    /** The habits of the profile community, at other numbers of users. */
    private String steps() {
        Scenario habits = scenarios.of("community");
        StringBuilder out = new StringBuilder(Markup.table(
                "capacity",
                "2,3,3,2,2,2,2",
                "Users",
                "Application nodes",
                "Cassandra nodes",
                "PostgreSQL nodes",
                "Redis primaries",
                "Disk",
                "Cores per million users"));
        for (double users : STEPS) {
            Answers answers = Capacity.solve(habits.inputs().with(Input.USERS, users));
            out.append("|").append(Adoc.text(Numbers.grouped((long) users)));
            for (Answer answer :
                    List.of(Answer.NODES, Answer.CASSANDRA_NODES, Answer.POSTGRES_NODES, Answer.REDIS_NODES)) {
                boolean decided = answer.candidates().length > 0 && answer != Answer.POSTGRES_NODES;
                out.append("\n|").append(Adoc.text(Numbers.grouped(answers.get(answer))));
                out.append(decided ? decider(answer, answers) : "");
            }
            out.append("\n|").append(text(Answer.DISK, answers));
            out.append("\n|")
                    .append(Adoc.text(Display.number(answers.get(Answer.COST_CORES))))
                    .append("\n\n");
        }
        return out.append("|===").toString();
    }

    /** How many inputs of each profile were asked for, measured, decided, assumed. */
    private String origins() {
        StringBuilder out = new StringBuilder(heading("3", "Inputs"));
        for (String word : List.of("asked", "measured", "decided", "assumed")) {
            out.append("|").append(word);
            for (Scenario scenario : scenarios.all()) {
                long count = scenario.parameters().values().stream()
                        .filter(parameter -> parameter.origin().word().equals(word))
                        .count();
                out.append("\n|").append(count);
            }
            out.append("\n\n");
        }
        return out.append("|===").toString();
    }

    private String measured() {
        StringBuilder out = new StringBuilder(Markup.table("capacity", "5,2,5", "Input", "Value", "Result"));
        for (Input input : Input.values()) {
            Parameter parameter = scenarios.of("team").parameter(input);
            if (parameter.origin().word().equals("measured")) {
                out.append("|").append(Adoc.text(input.label()));
                out.append("\n|assume:team.").append(input.key()).append("[]");
                out.append("\n|").append(Markup.origin(parameter.origin())).append("\n\n");
            }
        }
        return out.append("|===").toString();
    }

    private record Effect(Parameter parameter, double nodes, double disk) {
        double most() {
            return Math.max(Math.abs(nodes), Math.abs(disk));
        }
    }

    /** The assumptions of the profile planet whose doubling changes most. */
    private String sensitivity() {
        Scenario planet = scenarios.of("planet");
        List<Effect> effects = new ArrayList<>();
        for (Input input : Input.values()) {
            Parameter parameter = planet.parameter(input);
            if (parameter.origin().word().equals("assumed") && parameter.value() * 2 <= parameter.max()) {
                effects.add(effect(planet, parameter));
            }
        }
        effects.sort(Comparator.comparingDouble(Effect::most).reversed());
        StringBuilder out = new StringBuilder(Markup.table(
                "capacity",
                "5,3,3,3",
                "Assumption",
                "Value",
                "Doubled, application nodes",
                "Doubled, Cassandra nodes"));
        effects.stream().limit(DECIDING_INPUTS).forEach(effect -> {
            Input input = effect.parameter().input();
            out.append("|").append(Adoc.text(input.label()));
            out.append("\n|assume:planet.").append(input.key()).append("[]");
            out.append("\n|").append(factor(effect.nodes()));
            out.append("\n|").append(factor(effect.disk())).append("\n\n");
        });
        return out.append("|===").toString();
    }

    private static Effect effect(Scenario planet, Parameter parameter) {
        Inputs before = planet.inputs();
        Answers base = Capacity.solve(before);
        Answers doubled = Capacity.solve(before.with(parameter.input(), parameter.value() * 2));
        return new Effect(parameter, swing(base, doubled, Answer.NODES), swing(base, doubled, Answer.CASSANDRA_NODES));
    }

    /** Doubling and halving count the same. */
    private static double swing(Answers base, Answers doubled, Answer answer) {
        double ratio = doubled.get(answer) / base.get(answer);
        return ratio >= 1 ? ratio : -1 / ratio;
    }

    private static String factor(double swing) {
        double size = Math.abs(swing);
        if (size < 1.005) {
            return "–";
        }
        return (swing > 0 ? "× " : "÷ ") + Adoc.text(Display.number(Math.rint(size * 100) / 100));
    }

    private static String text(Answer answer, Answers answers) {
        return Adoc.text(Display.text(answers.get(answer), answer.unit(), answer.whole()));
    }
}
