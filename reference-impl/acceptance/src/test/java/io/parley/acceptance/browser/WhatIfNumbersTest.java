package io.parley.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Capacity;
import io.parley.capacity.model.Consistency;
import io.parley.capacity.model.Input;
import io.parley.capacity.model.Inputs;
import io.parley.capacity.scenario.Parameter;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page and the command line compute the same: the profiles and seeded scenarios, in the browser and in the JVM. */
@Order(6)
@ResourceLock(SharedBrowser.LOCK)
@Verifies("QG-6")
class WhatIfNumbersTest {

    private static final double RELATIVE = 1e-12;
    private static final int SEEDS_PER_PROFILE = 80;

    private final Scenarios scenarios =
            Scenarios.read(Path.of("../..").toAbsolutePath().normalize());

    @Test
    void agreeForAllProfilesAndForSeededScenarios() {
        List<Inputs> asked = new ArrayList<>();
        for (Scenario scenario : scenarios.all()) {
            asked.add(scenario.inputs());
            Random random = new Random(scenario.profile().hashCode());
            for (int i = 0; i < SEEDS_PER_PROFILE; i++) {
                asked.add(valid(scenario, random));
            }
        }
        List<List<Double>> numbers = asked.stream().map(WhatIfNumbersTest::list).toList();
        try (WhatIfPage whatIf = WhatIfPage.open("")) {
            List<?> solved =
                    (List<?>) whatIf.page().evaluate("all => all.map(values => [...window.solve(values)])", numbers);
            List<?> bindings = (List<?>) whatIf.page().evaluate("all => all.map(window.bindings)", numbers);
            for (int i = 0; i < asked.size(); i++) {
                Answers expected = Capacity.solve(asked.get(i));
                String place = "scenario " + i + " " + numbers.get(i);
                compare(place, expected, (List<?>) solved.get(i));
                assertThat(bindings.get(i)).as(place).isEqualTo(bindings(expected));
            }
        }
    }

    /** A count may differ where the number that was rounded up is next to a whole one; what follows from it differs too. */
    private static void compare(String place, Answers expected, List<?> found) {
        boolean countDiffers = false;
        for (Answer answer : Answer.values()) {
            double jvm = expected.get(answer);
            double browser = ((Number) found.get(Arrays.asList(Answer.values()).indexOf(answer))).doubleValue();
            double rounded = expected.get(expected.binding(answer));
            if (answer.whole() && jvm != browser) {
                assertThat(Math.abs(rounded - Math.rint(rounded)))
                        .as("%s: %s is %s in the JVM and %s in the browser", place, answer.id(), jvm, browser)
                        .isLessThanOrEqualTo(RELATIVE * rounded);
                countDiffers = true;
            } else if (!countDiffers) {
                assertThat(Math.abs(jvm - browser))
                        .as("%s: %s is %s in the JVM and %s in the browser", place, answer.id(), jvm, browser)
                        .isLessThanOrEqualTo(RELATIVE * Math.abs(jvm));
            }
        }
    }

    private static String bindings(Answers answers) {
        return Arrays.stream(Answer.values())
                .map(answer -> answers.binding(answer).id())
                .collect(Collectors.joining(","));
    }

    private static List<Double> list(Inputs inputs) {
        return Arrays.stream(inputs.toArray()).boxed().toList();
    }

    /** Each input anywhere in its range; tried again until the inputs fit together. */
    private static Inputs valid(Scenario scenario, Random random) {
        while (true) {
            Inputs inputs = new Inputs();
            for (Input input : Input.values()) {
                inputs = inputs.with(input, within(scenario.parameter(input), random.nextDouble()));
            }
            Inputs candidate = inputs;
            if (Arrays.stream(Consistency.values()).allMatch(rule -> rule.holds(candidate))) {
                return candidate;
            }
        }
    }

    private static double within(Parameter parameter, double at) {
        double value = parameter.min() + at * at * at * (parameter.max() - parameter.min());
        return parameter.input().whole() ? Math.rint(value) : value;
    }
}
