package io.parley.capacity.scenario;

import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Capacity;
import io.parley.capacity.model.Input;
import io.parley.capacity.model.Inputs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A deployment profile in numbers, all of them checked. Immutable.
 *
 * @param profile id in {@code spec/profiles.yaml}
 * @param parameters one for each input
 * @param holdings what the catalogue says that it must hold
 */
public record Scenario(String profile, Map<Input, Parameter> parameters, List<Holding> holdings) {

    public Scenario {
        parameters = Map.copyOf(parameters);
        holdings = List.copyOf(holdings);
    }

    /** The parameter of an input; a checked scenario has one for each. */
    public Parameter parameter(Input input) {
        Parameter parameter = parameters.get(input);
        if (parameter == null) {
            throw new IllegalArgumentException("input=" + input.key() + ", expected in every scenario");
        }
        return parameter;
    }

    public Inputs inputs() {
        Inputs inputs = new Inputs();
        for (Parameter parameter : parameters.values()) {
            inputs = inputs.with(parameter.input(), parameter.value());
        }
        return inputs;
    }

    public Answers solve() {
        return Capacity.solve(inputs());
    }

    Scenario with(Map<Input, Double> changes) {
        Map<Input, Parameter> changed = new EnumMap<>(parameters);
        changes.forEach((input, value) -> changed.put(input, parameter(input).with(value)));
        return new Scenario(profile, changed, holdings);
    }
}
