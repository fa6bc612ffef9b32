package io.parley.capacity.model;

/** One value for each {@link Answer}. Immutable outside this package. */
@SuppressWarnings("EnumOrdinal") // an EnumMap would come from java.util
public final class Answers {

    private final double[] values = new double[Answer.values().length];

    Answers() {}

    public double get(Answer answer) {
        return values[answer.ordinal()];
    }

    void set(Answer answer, double value) {
        values[answer.ordinal()] = value;
    }

    /** Which of its candidates decides an answer: the largest, the first of equals; the answer itself if it has none. */
    public Answer binding(Answer answer) {
        Answer largest = answer;
        double value = Double.NEGATIVE_INFINITY;
        for (Answer candidate : answer.candidates()) {
            if (get(candidate) > value) {
                value = get(candidate);
                largest = candidate;
            }
        }
        return largest;
    }

    /** Values in the order of {@link Answer}. */
    public double[] toArray() {
        return values.clone();
    }
}
