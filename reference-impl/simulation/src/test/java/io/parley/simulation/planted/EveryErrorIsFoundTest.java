package io.parley.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.simulation.Search;
import io.parley.simulation.SimulationResults;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeds that no error fails say nothing: each error planted in the code of server and client is found among the seeds of the
 * build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class EveryErrorIsFoundTest {

    private static final long SEEDS = 2_000;

    static Stream<Planted> errors() {
        // To try one alone.
        return all().filter(planted -> planted.what().contains(System.getProperty("parley.simulation.error", "")));
    }

    private static Stream<Planted> all() {
        return Stream.of(
                        LogErrors.ALL,
                        ChangeErrors.ALL,
                        IdIndexErrors.ALL,
                        DeliveryErrors.ALL,
                        ProjectionErrors.ALL,
                        ReceiptErrors.ALL,
                        ClientErrors.ALL)
                .flatMap(List::stream);
    }

    private final SeedsThatShow shown = new SeedsThatShow();
    private final AtomicInteger found = new AtomicInteger();

    EveryErrorIsFoundTest() throws IOException {}

    @AfterAll
    void writeDown() throws IOException {
        shown.write();
        if (found.get() == errors().count()) {
            SimulationResults.file("EveryErrorIsFoundTest")
                    .ifPresent(results -> results.add(
                            "simulation.errors-planted",
                            found.get(),
                            "errors",
                            "in the sources of the server and of the simulation's own client; each was found"));
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void isFound(Planted planted) throws ReflectiveOperationException {
        Method search = Mutant.of(planted)
                .loadClass(Search.class.getName())
                .getMethod("firstViolation", String.class, long.class, long.class);
        long before = shown.of(planted);

        String violation = (String) search.invoke(null, planted.broken(), before, 1L);
        if (before > SEEDS || invariant(planted, violation).isEmpty()) {
            violation = (String) search.invoke(null, planted.broken(), 1L, SEEDS);
        }

        String invariant = invariant(planted, violation);
        ProofLog.add(new RuleProof(
                invariant.isEmpty() ? planted.broken() : invariant.replace(' ', '-'),
                planted.what(),
                !invariant.isEmpty()));
        assertThat(invariant).as("%s found %s", planted.broken(), violation).isNotEmpty();
        shown.found(planted, Search.seed(violation));
        found.incrementAndGet();
    }

    @Test
    void breakEachInvariantAtLeastOnce() {
        assertThat(all().flatMap(planted -> Arrays.stream(planted.broken().split("\\|"))))
                .contains(
                        "INV-1 Gapless",
                        "INV-2 Agreement",
                        "INV-3 Durable",
                        "INV-4 Once",
                        "INV-5 Authorised",
                        "INV-6 InOrder",
                        "INV-7 Delivered");
    }

    /** The invariant that was broken, of those which this error breaks. */
    private static String invariant(Planted planted, String found) {
        return Arrays.stream(planted.broken().split("\\|"))
                .filter(found::contains)
                .findFirst()
                .orElse("");
    }
}
