package io.parley.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import io.parley.model.conformance.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Verifies({"DOC-8", "QG-8"})
class EveryThreatRuleBitesTest {

    private static final Inputs INPUTS = Inputs.read(Seed.ROOT);

    static Stream<Seed> seeds() {
        return Seeds.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsThePlantedViolation(Seed seed) {
        List<Violation> found = ThreatModel.of(seed.edit().apply(INPUTS)).violations();

        boolean caught = found.stream()
                .anyMatch(v -> v.rule().equals(seed.rule())
                        && v.elements().equals(seed.elements())
                        && v.detail().contains(seed.detail()));
        ProofLog.add(new RuleProof(seed.rule(), seed.what(), caught));
        assertThat(caught).as("%s, found %s", seed, found).isTrue();
    }

    @Test
    void findsNothingInTheProjectAsItIs() {
        assertThat(ThreatModel.of(INPUTS).violations()).isEmpty();
    }
}
