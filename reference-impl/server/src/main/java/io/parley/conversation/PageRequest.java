package io.parley.conversation;

import io.parley.limits.Limits;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a log is asked for.
 *
 * @param forward true for the entries after {@code bound}, ascending from there; false for the last ones before it
 * @param bound a position, exclusive
 * @param limit entries at most
 */
public record PageRequest(boolean forward, long bound, int limit) {

    private static final long SEQ_MAX = (1L << 53) - 1;

    /**
     * Reads the parameters {@code before}, {@code after} and {@code limit}; neither of the first two means the newest page.
     *
     * @throws ProblemException for one that is out of range, or for both (400)
     */
    public static PageRequest read(
            @Nullable String before, @Nullable String after, @Nullable String limit, Limits.Page limits) {
        if (before != null && after != null) {
            throw new ProblemException(Problem.invalidField("after", "not together with before"));
        }
        int length = limit(limit, limits);
        if (after != null) {
            return new PageRequest(true, number("after", after, 0, SEQ_MAX), length);
        }
        return new PageRequest(false, before == null ? SEQ_MAX : number("before", before, 1, SEQ_MAX), length);
    }

    /** Reads the parameter {@code limit}, which has a default. */
    public static int limit(@Nullable String limit, Limits.Page limits) {
        return limit == null
                ? limits.defaultEntries()
                : Math.toIntExact(number("limit", limit, 1, limits.entriesMax()));
    }

    private static long number(String name, String text, long min, long max) {
        // At most sixteen ASCII digits: no sign, no other script's digits, no overflow.
        if (text.matches("[0-9]{1,16}")) {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw new ProblemException(Problem.invalidField(name, "a number from " + min + " to " + max));
    }
}
