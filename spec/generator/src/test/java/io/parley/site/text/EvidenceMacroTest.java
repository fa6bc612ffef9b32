package io.parley.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Outcome;
import io.parley.evidence.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceMacroTest {

    @Test
    void hidesAMacroInTheNameOfATest() {
        TestRun run = new TestRun("a.BTest#c [1] line = \"link:x.html[d]\"", List.of(), Outcome.PASSED, 1);

        assertThat(EvidenceMacro.html(List.of(run))).contains("x.html").doesNotContain("link:", "html[");
    }
}
