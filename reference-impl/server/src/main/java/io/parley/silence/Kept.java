package io.parley.silence;

import java.time.Duration;
import java.time.Instant;

/**
 * What PostgreSQL said, with what happened on this node since.
 *
 * @param at when it was asked
 * @param isOutdated after a change on this node: asked for again as soon as the store answers
 */
record Kept<A>(A answer, Instant at, boolean isOutdated) {

    boolean isYoungerThan(Duration age, Instant now) {
        return now.isBefore(at.plus(age));
    }

    /** Whether it may be used without asking again. */
    boolean isFresh(Duration age, Instant now) {
        return !isOutdated && isYoungerThan(age, now);
    }
}
