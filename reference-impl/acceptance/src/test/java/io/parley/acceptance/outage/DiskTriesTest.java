package io.parley.acceptance.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("QG-2")
class DiskTriesTest {

    private static final String RULE = "what a store shows after its disk was full";

    private final DiskTries tries = new DiskTries();

    @BeforeEach
    void ask() {
        tries.note("a", true);
        tries.note("b", true);
        tries.note("refused", false);
        tries.note("c", true);
    }

    @Test
    void findNothingWhereAllIsWell() {
        assertThat(tries.lost(tries.accepted())).isZero();
        assertThat(tries.violations(tries.accepted())).isZero();
        assertThat(tries.refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a c, 1, 0, one that is lost",
        "a b c c, 0, 1, one that is doubled",
        "a c b, 0, 1, two in the wrong order",
        "a b refused c, 0, 1, one that was refused"
    })
    void find(String found, int lost, int violations, String planted) {
        List<String> shown = Arrays.asList(found.split(" "));
        boolean caught = tries.lost(shown) == lost && tries.violations(shown) == violations;
        ProofLog.add(new RuleProof(RULE, planted, caught));
        assertThat(caught)
                .as("lost=%d violations=%d", tries.lost(shown), tries.violations(shown))
                .isTrue();
    }
}
