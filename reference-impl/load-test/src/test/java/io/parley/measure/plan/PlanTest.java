package io.parley.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan says what is measured; what it says wrongly is told with its line. */
class PlanTest {

    @Test
    void readsScenariosAndFillsInDefaults() {
        Plan plan = Plan.parse(
                "p", List.of("# first", "", "mixed rates=50,200 marks=yes", "direct systems=parley,ejabberd"));

        assertThat(plan.scenarios())
                .containsExactly(
                        new Scenario.Mixed(
                                1000,
                                10,
                                300,
                                0.5,
                                List.of(50, 200),
                                50,
                                true,
                                Duration.ZERO,
                                100,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(20)),
                        new Scenario.Direct(
                                200,
                                List.of("parley", "ejabberd"),
                                List.of(),
                                List.of(),
                                1,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(15)));
    }

    @Test
    void takesAsManyMembersAsTheContract() {
        assertThat(Path.of("../../spec/data/limits.yaml"))
                .content()
                .containsPattern("id: conversation\\.members-max, +value: " + Plan.MEMBERS_MAX + ",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mixd users=5              | p:1: mixd, expected mixed, direct or crowd",
                "mixed users               | p:1: users, expected name=value",
                "mixed users=1             | p:1: users=1, expected a whole number, 3…10000",
                "mixed users=many          | p:1: users=many, expected a whole number, 3…10000",
                "mixed users=20            | p:1: groups larger than users=20",
                "mixed large-share=1.5     | p:1: large-share=1.5, expected a number, 0…1",
                "mixed marks=maybe         | p:1: marks=maybe, expected yes or no",
                "mixed rates=50,x          | p:1: rates=50,x, expected whole numbers 1…100000 with commas between",
                "direct systems=irc        | p:1: systems=irc, expected some of parley, other, bare, ejabberd",
                "direct users=9 users=10   | p:1: users=10, expected each name once",
                "crowd members=30 speed=9  | p:1: speed, expected one of marks, members, seconds, senders, warm, window",
                "#                         | p: nothing to measure, expected a scenario"
            })
    void tellsWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> Plan.parse("p", List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> Plan.read(Path.of("no.plan"))).hasMessage("plan=no.plan, expected a file");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void readsThePlansThatAreShipped(Path plan) {
        assertThat(Plan.read(plan).scenarios()).isNotEmpty();
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> plans = Files.list(Path.of("plans"))) {
            return plans.sorted().toList();
        }
    }
}
