package io.parley.capacity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capacity.Profiles;
import io.parley.capacity.scenario.Scenario;
import io.parley.evidence.Verifies;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From ten thousand to two thousand million users a user costs the same; what differs at the small end is redundancy. */
@Verifies("QG-6")
class CostPerUserTest {

    private static final double[] SCALES = {1e4, 1e5, 1e6, 1e7, 1e8, 2e9};

    /** What a user costs may differ between two scales by no more than this factor. */
    private static final double FLAT = 1.01;

    /** From here on, the machines that are provided follow the load; below, there are more of them for redundancy. */
    private static final double REDUNDANCY_ENDS = 1e7;

    private static final double PROVIDED_FLAT = 1.25;

    static Stream<Scenario> profiles() {
        return Profiles.ALL.all().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void cpuBytesAndTrafficOfAUserAreFlat(Scenario scenario) {
        for (Answer cost : new Answer[] {Answer.COST_CPU, Answer.COST_BYTES, Answer.COST_TRAFFIC}) {
            assertThat(spread(scenario, cost, 0)).as(cost.id()).isLessThan(FLAT);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theCoresProvidedForAUserFallToAFlatLevel(Scenario scenario) {
        double before = Double.POSITIVE_INFINITY;
        for (double users : SCALES) {
            double cores = at(scenario, users).get(Answer.COST_CORES);
            assertThat(cores).isLessThanOrEqualTo(before * PROVIDED_FLAT);
            before = cores;
        }
        assertThat(spread(scenario, Answer.COST_CORES, REDUNDANCY_ENDS)).isLessThan(PROVIDED_FLAT);
    }

    /** Routing is the one rate that rises with the number of nodes; the recipients bound it. */
    @ParameterizedTest
    @MethodSource("profiles")
    void routedMessagesPerEntryAreBoundedByTheRecipients(Scenario scenario) {
        for (double users : SCALES) {
            Answers answers = at(scenario, users);
            assertThat(answers.get(Answer.ROUTED))
                    .isLessThanOrEqualTo(answers.get(Answer.APPENDS) * answers.get(Answer.PUSHES_PER_ENTRY));
        }
    }

    private static double spread(Scenario scenario, Answer cost, double from) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double users : SCALES) {
            if (users >= from) {
                double value = at(scenario, users).get(cost);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most / least;
    }

    private static Answers at(Scenario scenario, double users) {
        return Capacity.solve(scenario.inputs().with(Input.USERS, users));
    }
}
