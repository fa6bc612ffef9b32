package io.parley.model.conformance;

import java.util.List;

/**
 * A difference between model and code.
 *
 * @param rule id of the rule that found it, such as {@code call-undeclared}
 * @param elements canonical ids of the elements concerned, source before target; empty when no element is known
 * @param detail the offending class, table or relationship
 */
public record Violation(String rule, List<String> elements, String detail) implements Comparable<Violation> {

    public Violation {
        elements = List.copyOf(elements);
    }

    @Override
    public int compareTo(Violation other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return rule + " [" + String.join(" -> ", elements) + "] " + detail;
    }
}
