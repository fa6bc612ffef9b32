package io.parley.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.simulation.Search;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeds that no error fails say nothing: each error planted in the server's code is found among the seeds of the build. Those
 * that take long to find are planted with {@code -Dparley.simulation.seldom=true} only.
 */
class EveryErrorIsFoundTest {

    private static final long SEEDS = 2_000;

    static Stream<Planted> errors() {
        return Stream.of(LogErrors.ALL, ChangeErrors.ALL, IdIndexErrors.ALL, DeliveryErrors.ALL, ProjectionErrors.ALL)
                .flatMap(List::stream)
                .filter(planted -> !planted.isSeldom() || Boolean.getBoolean("parley.simulation.seldom"))
                // To try one alone.
                .filter(planted -> planted.what().contains(System.getProperty("parley.simulation.error", "")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void isFound(Planted planted) throws ReflectiveOperationException {
        String found = (String) Mutant.of(planted)
                .loadClass(Search.class.getName())
                .getMethod("firstViolation", String.class, long.class, long.class)
                .invoke(null, planted.broken(), 1L, SEEDS);

        String invariant = Arrays.stream(planted.broken().split("\\|"))
                .filter(found::contains)
                .findFirst()
                .orElse("");
        ProofLog.add(new RuleProof(
                invariant.isEmpty() ? planted.broken() : invariant.replace(' ', '-'),
                planted.what(),
                !invariant.isEmpty()));
        assertThat(invariant).as("%s found %s", planted.broken(), found).isNotEmpty();
    }
}
