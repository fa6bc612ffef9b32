package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.invariant.Observer;
import io.parley.simulation.invariant.Truth;
import java.util.List;

/** Counts what can be seen from outside. */
final class Counting implements Observer {

    private final Tally tally;
    private final Truth truth;

    Counting(Tally tally, Truth truth) {
        this.tally = tally;
        this.truth = truth;
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        if (bucket > 0 && (entries.get(0).seq().value() - 1) % Numbers.BUCKET_ENTRIES == 0) {
            tally.add(Fact.BUCKET_ROLL);
        }
        if (entries.size() > 1) {
            tally.add(Fact.GROUP_COMMIT);
        }
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        tally.add(fact(outcome));
        if (outcome instanceof Outcome.Repeated repeated && isBeyondAnyWindow(attempt, repeated)) {
            tally.add(Fact.LOOK_BACK);
        }
    }

    private boolean isBeyondAnyWindow(Attempt attempt, Outcome.Repeated repeated) {
        long behind = truth.acknowledged(attempt.conversation()).value()
                - repeated.first().seq().value();
        return behind > 2L * Numbers.ID_WINDOW_ENTRIES;
    }

    private static Fact fact(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return fact(refused.refusal());
        } else if (outcome instanceof Outcome.Appended) {
            return Fact.APPENDED;
        } else if (outcome instanceof Outcome.Repeated) {
            return Fact.REPEATED;
        } else if (outcome instanceof Outcome.Unknown) {
            return Fact.ANSWERED_UNKNOWN;
        }
        return outcome instanceof Outcome.Overloaded ? Fact.ANSWERED_OVERLOADED : Fact.ANSWERED_UNAVAILABLE;
    }

    private static Fact fact(Refusal refusal) {
        if (refusal instanceof Refusal.IdInUse) {
            return Fact.REFUSED_ID_IN_USE;
        } else if (refusal instanceof Refusal.ClockSkew) {
            return Fact.REFUSED_CLOCK_SKEW;
        }
        return refusal instanceof Refusal.NotAMember ? Fact.REFUSED_NOT_A_MEMBER : Fact.REFUSED_READ_ONLY;
    }
}
