package io.parley.capacity;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Input;
import io.parley.capacity.model.Inputs;
import io.parley.capacity.scenario.Catalog;
import io.parley.capacity.scenario.Parameter;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import java.nio.file.Path;
import java.util.Random;

/** The project's scenarios, and others like them. */
public final class Profiles {

    /** Root directory of the project. */
    public static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    public static final Scenarios ALL = Scenarios.read(PROJECT);

    private Profiles() {}

    public static Scenario of(String profile) {
        return ALL.of(profile);
    }

    public static Answer answer(String id) {
        return Catalog.answer(id).orElseThrow();
    }

    /** Each input anywhere in its range, small values as likely as large ones; groups and shares fit together. */
    public static Inputs random(Scenario scenario, long seed) {
        Random random = new Random(seed);
        Inputs inputs = new Inputs();
        for (Input input : Input.values()) {
            inputs = inputs.with(input, value(scenario.parameter(input), random.nextDouble()));
        }
        inputs = inputs.with(Input.LARGE_SHARE, inputs.get(Input.LARGE_SHARE) * (1 - inputs.get(Input.DIRECT_SHARE)));
        inputs = inputs.with(
                Input.GROUP_MEMBERS, Math.min(inputs.get(Input.GROUP_MEMBERS), inputs.get(Input.LARGE_MEMBERS)));
        inputs = inputs.with(Input.COPY_REGIONS, Math.min(inputs.get(Input.COPY_REGIONS), inputs.get(Input.REGIONS)));
        double heap = inputs.get(Input.NODE_HEAP_MIB) * inputs.get(Input.HEAP_SHARE);
        inputs = inputs.with(Input.BASE_HEAP_MIB, Math.min(inputs.get(Input.BASE_HEAP_MIB), heap * 0.9));
        return inputs.with(Input.CACHE_MIB, Math.min(inputs.get(Input.CACHE_MIB), inputs.get(Input.BASE_HEAP_MIB)));
    }

    private static double value(Parameter parameter, double at) {
        double min = parameter.min();
        double max = parameter.max();
        double value = min > 0 ? min * Math.pow(max / min, at) : min + at * (max - min);
        return Math.min(max, Math.max(min, parameter.input().whole() ? Math.rint(value) : value));
    }
}
