package io.parley.capacity.scenario;

import java.util.List;

/** A scenario that cannot be used; says all that is wrong with it, one problem a line. */
public final class ScenarioException extends RuntimeException {

    private final transient List<String> problems;

    public ScenarioException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each with file, key, value and what is valid. */
    public List<String> problems() {
        return problems;
    }
}
