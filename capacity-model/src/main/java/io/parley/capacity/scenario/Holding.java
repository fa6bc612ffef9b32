package io.parley.capacity.scenario;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Input;
import io.parley.capacity.model.Inputs;

/**
 * What the catalogue says that a profile must hold, tied to a number of the model.
 *
 * @param words literally of {@code spec/profiles.yaml}
 * @param target input or answer that is meant
 * @param min at least; negative infinity when nothing is asked
 * @param max at most; infinity when nothing is asked
 */
public record Holding(String words, Target target, double min, double max) {

    /** One number of a solved scenario. */
    public sealed interface Target {
        String name();

        double value(Inputs inputs, Answers answers);
    }

    record OfAnswer(Answer answer) implements Target {
        @Override
        public String name() {
            return answer.id();
        }

        @Override
        public double value(Inputs inputs, Answers answers) {
            return answers.get(answer);
        }
    }

    record OfInput(Input input) implements Target {
        @Override
        public String name() {
            return input.key();
        }

        @Override
        public double value(Inputs inputs, Answers answers) {
            return inputs.get(input);
        }
    }

    public boolean holds(Inputs inputs, Answers answers) {
        double value = target.value(inputs, answers);
        return value >= min && value <= max;
    }
}
