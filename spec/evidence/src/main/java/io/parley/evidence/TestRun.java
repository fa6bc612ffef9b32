package io.parley.evidence;

import java.util.List;

/**
 * One test that ran, as a line of an evidence file tells it.
 *
 * @param test name for people and for links: class, method, display name of an invocation
 * @param ids catalogue ids that the test backs; empty when it backs none
 * @param result how it ended
 * @param millis wall time of the test, in milliseconds
 */
public record TestRun(String test, List<String> ids, Outcome result, long millis) {

    public TestRun {
        ids = List.copyOf(ids);
        if (test.isBlank()) {
            throw new IllegalArgumentException("test=, expected a name");
        }
        if (ids.size() > VerifiedIds.IDS_MAX) {
            throw new IllegalArgumentException(
                    "ids=" + ids + " of " + test + ", expected at most " + VerifiedIds.IDS_MAX);
        }
    }

    /** Whether this run shows that the claims of its ids hold. */
    public boolean passed() {
        return result == Outcome.PASSED;
    }

    /** Whether it ran to its end, well or not; if not, it tells nothing. */
    boolean ended() {
        return switch (result) {
            case PASSED, FAILED -> true;
            case ABORTED, SKIPPED -> false;
        };
    }
}
