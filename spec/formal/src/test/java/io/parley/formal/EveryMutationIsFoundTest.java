package io.parley.formal;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An invariant that cannot fail says nothing: each error planted in a model breaks the one that it should. */
class EveryMutationIsFoundTest {

    private static final ModelRuns RUNS = new ModelRuns();

    static Stream<Mutation> mutations() {
        return Stream.of(LogMutations.ALL, LeaseMutations.ALL, DeliveryMutations.ALL)
                .flatMap(List::stream);
    }

    @BeforeAll
    static void startAll(@TempDir Path folder) {
        mutations()
                .forEach(mutation ->
                        RUNS.start(mutation.what(), Tlc.SHORT, mutation.edited(), mutation.checked(), folder));
    }

    @AfterAll
    static void endAll() {
        RUNS.close();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void breaksTheInvariant(Mutation mutation) {
        ModelRun run = RUNS.of(mutation.what());

        boolean caught = run.violated().filter(mutation.broken()::equals).isPresent();
        ProofLog.add(new RuleProof(mutation.broken().replace('_', '-'), mutation.what(), caught));
        assertThat(run.violated()).as("%s%n%s", mutation, run.output()).contains(mutation.broken());
    }

    @Test
    void breaksEachInvariantAtLeastOnce() {
        assertThat(mutations().map(Mutation::broken))
                .contains(
                        "INV_1_Gapless",
                        "INV_2_Agreement",
                        "INV_3_Durable",
                        "INV_4_Once",
                        "INV_5_Authorised",
                        "INV_6_InOrder",
                        "INV_7_Delivered");
    }
}
