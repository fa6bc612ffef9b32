package io.parley.capacity.scenario;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Input;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds inputs and answers by the names that people write. */
public final class Catalog {

    private Catalog() {}

    public static Optional<Input> input(String key) {
        return Arrays.stream(Input.values())
                .filter(input -> input.key().equals(key))
                .findFirst();
    }

    public static Optional<Answer> answer(String id) {
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.id().equals(id))
                .findFirst();
    }

    static String inputKeys() {
        return Arrays.stream(Input.values()).map(Input::key).sorted().collect(Collectors.joining(", "));
    }
}
