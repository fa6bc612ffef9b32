package io.parley.model.conformance;

import java.time.LocalDate;
import java.util.List;

/**
 * A known difference between model and code.
 *
 * @param rule the rule that it excuses
 * @param elements canonical ids, exactly those of the violation
 * @param expires the first day on which it excuses nothing
 */
public record Deviation(String rule, List<String> elements, String reason, String owner, LocalDate expires) {

    public Deviation {
        elements = List.copyOf(elements);
    }

    boolean excuses(Violation violation) {
        return rule.equals(violation.rule()) && elements.equals(violation.elements());
    }
}
