package io.parley.evidence;

import java.util.Locale;

/** How a test ended; {@code aborted} is a failed assumption, {@code skipped} a test that did not start. */
public enum Outcome {
    PASSED,
    FAILED,
    ABORTED,
    SKIPPED;

    /** The word that stands in the evidence files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word of an evidence file.
     *
     * @throws IllegalArgumentException when the word is none of the four
     */
    public static Outcome ofWord(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("result=" + word + ", expected passed, failed, aborted or skipped");
    }
}
