package io.parley.capacity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capacity.Profiles;
import io.parley.capacity.scenario.Scenario;
import io.parley.evidence.Verifies;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every valid scenario; a failure names profile and seed. */
@Verifies("QG-6")
class PropertiesTest {

    private static final int SCENARIOS_PER_PROFILE = 200;
    private static final List<Answer> GROW_WITH_USERS = List.of(
            Answer.MESSAGES,
            Answer.PUSHES,
            Answer.NODE_CPU,
            Answer.NODES_BY_WAIT,
            Answer.NODES,
            Answer.CASSANDRA_CPU,
            Answer.CASSANDRA_NODES,
            Answer.POSTGRES_NODES,
            Answer.REDIS_NODES,
            Answer.STORAGE,
            Answer.BANDWIDTH_OUT);

    private record Seeded(Scenario scenario, long seed) {
        Inputs inputs() {
            return Profiles.random(scenario, seed);
        }

        @Override
        public String toString() {
            return scenario.profile() + " with seed " + seed;
        }
    }

    private static Stream<Seeded> seeded() {
        return Profiles.ALL.all().stream().flatMap(scenario -> LongStream.range(0, SCENARIOS_PER_PROFILE)
                .mapToObj(seed -> new Seeded(scenario, seed)));
    }

    @Test
    void everyAnswerIsANumberThatIsNotNegative() {
        assertThat(seeded()).allSatisfy(each -> {
            for (double value : Capacity.solve(each.inputs()).toArray()) {
                assertThat(value).isFinite().isNotNegative();
            }
        });
    }

    @Test
    void moreUsersNeverNeedLess() {
        assertThat(seeded()).allSatisfy(each -> {
            Answers before = Capacity.solve(each.inputs());
            Answers after =
                    Capacity.solve(each.inputs().with(Input.USERS, each.inputs().get(Input.USERS) * 1.7));
            assertThat(GROW_WITH_USERS)
                    .allSatisfy(answer -> assertThat(after.get(answer)).isGreaterThanOrEqualTo(before.get(answer)));
        });
    }

    @Test
    void theNodesSufficeForCpuMemoryConnectionsAndWaiting() {
        assertThat(seeded()).allSatisfy(each -> {
            Inputs in = each.inputs();
            Answers out = Capacity.solve(in);
            double needed = out.get(Answer.NODES) / in.get(Input.REGIONS) - in.get(Input.SPARE_NODES);
            double nearly = needed * (1 + 1e-9);
            double busy = out.get(Answer.NODE_CPU) / in.get(Input.REGIONS) / needed / in.get(Input.NODE_CORES);
            double connections = out.get(Answer.CONNECTIONS) / in.get(Input.REGIONS);
            double heapMib =
                    in.get(Input.BASE_HEAP_MIB) + connections / nearly * in.get(Input.CONNECTION_HEAP_KIB) / 1024;

            assertThat(busy).isLessThanOrEqualTo(in.get(Input.NODE_UTILISATION) * (1 + 1e-9));
            assertThat(connections / nearly).isLessThanOrEqualTo(in.get(Input.CONNECTIONS_PER_NODE));
            assertThat(heapMib).isLessThanOrEqualTo(in.get(Input.NODE_HEAP_MIB) * in.get(Input.HEAP_SHARE));
            assertThat(out.get(Answer.LATENCY_WAIT)).isLessThanOrEqualTo(in.get(Input.WAIT_BUDGET_MS));
        });
    }

    @Test
    void aNodeLessIsNotEnoughWhereMoreThanOneIsNeeded() {
        assertThat(seeded()).allSatisfy(each -> {
            Inputs in = each.inputs();
            Answers out = Capacity.solve(in);
            double fewer = out.get(Answer.NODES) / in.get(Input.REGIONS) - in.get(Input.SPARE_NODES) - 1;

            assertThat(out.get(out.binding(Answer.NODES))).isGreaterThan(fewer);
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void withoutMessagesOnlyConnectionsAndPagesCost(Scenario scenario) {
        Answers quiet = Capacity.solve(scenario.inputs().with(Input.MESSAGES_PER_USER_DAY, 0));

        assertThat(quiet.get(Answer.APPENDS)).isZero();
        assertThat(quiet.get(Answer.STORAGE_YEAR)).isZero();
        assertThat(quiet.get(Answer.COST_BYTES)).isZero();
        assertThat(quiet.get(Answer.PUSHES)).isZero();
        assertThat(quiet.get(Answer.ROUTED)).isZero();
        assertThat(quiet.get(Answer.NODE_CPU)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aSingleUserGetsTheSmallestInstallation(Scenario scenario) {
        Answers one = Capacity.solve(scenario.inputs().with(Input.USERS, 1).with(Input.REGIONS, 1));

        assertThat(one.get(Answer.NODES)).isEqualTo(2);
        assertThat(one.binding(Answer.NODES)).isEqualTo(Answer.NODES_AT_LEAST);
        assertThat(one.get(Answer.CASSANDRA_NODES)).isEqualTo(3);
        assertThat(one.binding(Answer.CASSANDRA_NODES)).isEqualTo(Answer.CASSANDRA_BY_REPLICAS);
    }

    static Stream<Scenario> profiles() {
        return Profiles.ALL.all().stream();
    }
}
