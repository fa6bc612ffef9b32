package io.parley.model.conformance;

import io.parley.model.Model;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A rule that the model implies for the code.
 *
 * @param id stable name
 * @param statement what must hold, in one sentence
 * @param check finds the differences, in any order
 */
public record Rule(String id, String statement, BiFunction<Model, Code, List<Violation>> check) {

    /** The differences that this rule finds, in a stable order. */
    public List<Violation> violations(Model model, Code code) {
        return check.apply(model, code).stream().distinct().sorted().toList();
    }
}
