package io.parley.site.data;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Display;
import io.parley.capacity.scenario.AnswerText;

/**
 * An answer of the capacity model for one profile.
 *
 * @param words label and formula
 */
public record Figure(String profile, Answer answer, AnswerText words, double value) {

    /** Value and unit, rounded for reading. */
    public String text() {
        return Display.text(value, answer.unit(), answer.whole());
    }
}
