package io.parley.capacity;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Input;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All digits of scenarios and answers, for programs. */
final class JsonReport {

    private final JsonMapper json = JsonMapper.shared();
    private final Scenarios scenarios;

    JsonReport(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    String of(List<Scenario> asked) {
        ArrayNode all = json.createArrayNode();
        asked.forEach(scenario -> all.add(one(scenario)));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private ObjectNode one(Scenario scenario) {
        ObjectNode node = json.createObjectNode().put("profile", scenario.profile());
        ObjectNode inputs = node.putObject("inputs");
        for (Input input : Input.values()) {
            inputs.put(input.key(), scenario.parameter(input).value());
        }
        Answers answers = scenario.solve();
        ArrayNode list = node.putArray("answers");
        for (Answer answer : Answer.values()) {
            ObjectNode each = list.addObject()
                    .put("id", answer.id())
                    .put("label", scenarios.text(answer).label())
                    .put("value", answers.get(answer))
                    .put("unit", answer.unit())
                    .put("formula", scenarios.text(answer).formula());
            ArrayNode named = each.putArray("inputs");
            scenarios.text(answer).inputs().forEach(named::add);
            if (answer.candidates().length > 0) {
                each.put("decided-by", answers.binding(answer).id());
            }
        }
        return node;
    }
}
