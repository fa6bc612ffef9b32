package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

@Verifies("DOC-3")
class DecisionGapsTest {

    private final Project real = Seeds.realProject();
    private final Findings findings = new Findings();

    @Test
    void findsNothingInTheProjectAsItIs() {
        new DecisionGaps(real.gaps()).check(real.decisions(), findings);

        assertThat(findings.all()).isEmpty();
    }

    @Test
    void findsARecordThatWaitsForWhatIsBuilt() {
        Decision push = real.decisions().stream()
                .filter(decision -> decision.number().equals("0010"))
                .findFirst()
                .orElseThrow();

        new DecisionGaps(real.gaps().stream()
                        .filter(gap -> !gap.id().equals("OPS-7"))
                        .toList())
                .check(List.of(push), findings);

        Seeds.assertCaught(
                "records know what is built", "a gap that was closed behind a record", findings, "waits for OPS-7");
    }
}
