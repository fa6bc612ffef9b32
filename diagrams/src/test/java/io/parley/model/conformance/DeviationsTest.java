package io.parley.model.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.model.ModelException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@Verifies("QG-8")
class DeviationsTest {

    private static final Violation CALL = new Violation("call-undeclared", List.of("a", "b"), "A -> B");
    private static final Violation OTHER = new Violation("call-undeclared", List.of("b", "a"), "B -> A");
    private static final String ENTRY =
            "- { rule: call-undeclared, elements: [a, b], reason: r, owner: o, expires: \"2027-01-10\" }";

    @Test
    void excusesTheViolationOfTheSameRuleAndElementsOnly() {
        assertThat(Deviations.parse(ENTRY).apply(List.of(CALL, OTHER), LocalDate.of(2027, 1, 9)))
                .containsExactly(OTHER);
    }

    @Test
    void reportsAnEntryThatExpiredAndTheViolationWithIt() {
        assertThat(Deviations.parse(ENTRY).apply(List.of(CALL), LocalDate.of(2027, 1, 10)))
                .extracting(Violation::rule)
                .containsExactly("call-undeclared", "deviation-expired");
    }

    @Test
    void reportsAnEntryThatExcusesNothing() {
        assertThat(Deviations.parse(ENTRY).apply(List.of(OTHER), LocalDate.of(2027, 1, 9)))
                .extracting(Violation::rule)
                .containsExactly("call-undeclared", "deviation-unused");
    }

    @Test
    void refusesAnEntryWithoutReasonOwnerOrDate() {
        assertThatThrownBy(() -> Deviations.parse(ENTRY.replace("reason: r, ", "")))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> Deviations.parse(ENTRY.replace("owner: o, ", "")))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> Deviations.parse(ENTRY.replace("2027-01-10", "soon")))
                .isInstanceOf(ModelException.class);
    }
}
