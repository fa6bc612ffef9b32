package io.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.model.Model;
import io.parley.model.ModelReader;
import io.parley.model.conformance.Code;
import io.parley.model.conformance.Deviations;
import io.parley.model.conformance.Rule;
import io.parley.model.conformance.Rules;
import io.parley.model.conformance.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Verifies({"QG-8", "DOC-2"})
class TheServerMatchesTheModelTest {

    private static final Model MODEL = ModelReader.parse(Project.modelText());
    private static final Code CODE = Project.code();
    private static final List<Violation> LEFT =
            Deviations.read(Project.deviations()).apply(Rules.violations(MODEL, CODE), Project.commitDay());

    static Stream<String> rules() {
        return Rules.all().stream().map(Rule::id);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRule(String rule) {
        assertThat(LEFT).filteredOn(violation -> violation.rule().equals(rule)).isEmpty();
    }

    @Test
    void holdsNoExpiredOrUnusedDeviation() {
        assertThat(LEFT)
                .filteredOn(violation -> violation.rule().startsWith("deviation-"))
                .isEmpty();
    }

    @Test
    void looksAtTheWholeServer() {
        assertThat(CODE.classes())
                .extracting(type -> type.getName())
                .contains("io.parley.log.ConversationLog", "io.parley.kernel.Seq");
    }
}
