package io.parley.conversation;

import io.parley.log.Outcome;
import io.parley.log.Refusal;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** What the log refuses or cannot tell, as problems of the interface. */
public final class Problems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Problems() {}

    /** The problem of a refusal. */
    public static Problem of(Refusal refusal) {
        if (refusal instanceof Refusal.NotAMember || refusal instanceof Refusal.NoSuchMessage) {
            return Problem.of(ProblemType.NOT_FOUND);
        } else if (refusal instanceof Refusal.IdInUse) {
            return Problem.of(ProblemType.ID_IN_USE);
        } else if (refusal instanceof Refusal.NotAdmitted) {
            return Problem.of(ProblemType.EXCHANGE_REFUSED);
        } else if (refusal instanceof Refusal.ClockSkew skew) {
            return Problem.clockSkew(skew.serverTime());
        } else if (refusal instanceof Refusal.ReadOnly) {
            return Problem.retryAfter(ProblemType.READ_ONLY, RETRY_AFTER);
        } else if (refusal instanceof Refusal.NotAnOwner || refusal instanceof Refusal.NotTheAuthor) {
            return Problem.of(ProblemType.NOT_PERMITTED);
        }
        return Problem.of(ProblemType.CHANGE_REFUSED);
    }

    /** There is no such conversation, or the caller is no member of it. */
    public static ProblemException notFound() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND));
    }

    /** The id is another conversation's. */
    public static ProblemException idInUse() {
        return new ProblemException(Problem.of(ProblemType.ID_IN_USE));
    }

    /** The problem of an outcome that leaves it open, or to another try, whether the command becomes an entry. */
    public static Optional<Problem> undecided(Outcome outcome) {
        if (outcome instanceof Outcome.Unknown) {
            return Optional.of(Problem.retryAfter(ProblemType.OUTCOME_UNKNOWN, RETRY_AFTER));
        } else if (outcome instanceof Outcome.Overloaded) {
            return Optional.of(Problem.retryAfter(ProblemType.OVERLOADED, RETRY_AFTER));
        } else if (outcome instanceof Outcome.Unavailable) {
            return Optional.of(Problem.retryAfter(ProblemType.STORE_UNAVAILABLE, RETRY_AFTER));
        }
        return Optional.empty();
    }
}
