package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.log.Content;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import io.parley.log.MessageChange;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.invariant.Observer;
import io.parley.simulation.invariant.Truth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what can be seen from outside. */
final class Counting implements Observer {

    private static final Map<Class<? extends Refusal>, Fact> REFUSALS = Map.ofEntries(
            Map.entry(Refusal.IdInUse.class, Fact.REFUSED_ID_IN_USE),
            Map.entry(Refusal.ClockSkew.class, Fact.REFUSED_CLOCK_SKEW),
            Map.entry(Refusal.NotAMember.class, Fact.REFUSED_NOT_A_MEMBER),
            Map.entry(Refusal.ReadOnly.class, Fact.REFUSED_READ_ONLY),
            Map.entry(Refusal.NotAGroup.class, Fact.REFUSED_NOT_A_GROUP),
            Map.entry(Refusal.NotAnOwner.class, Fact.REFUSED_NOT_AN_OWNER),
            Map.entry(Refusal.NotTheAuthor.class, Fact.REFUSED_NOT_THE_AUTHOR),
            Map.entry(Refusal.TooLateToEdit.class, Fact.REFUSED_TOO_LATE_TO_EDIT),
            Map.entry(Refusal.AlreadyAMember.class, Fact.REFUSED_ALREADY_A_MEMBER),
            Map.entry(Refusal.NoSuchMember.class, Fact.REFUSED_NO_SUCH_MEMBER),
            Map.entry(Refusal.TooManyMembers.class, Fact.REFUSED_TOO_MANY_MEMBERS),
            Map.entry(Refusal.NoOwnerLeft.class, Fact.REFUSED_NO_OWNER_LEFT),
            Map.entry(Refusal.NoSuchMessage.class, Fact.REFUSED_NO_SUCH_MESSAGE));

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
        entries.forEach(this::count);
    }

    private void count(Entry entry) {
        Content content = entry.content().orElse(null);
        if (content instanceof GroupChange.Membership change) {
            boolean left = change.isLeavingOf(entry.envelope().author());
            if (!change.removed().isEmpty()) {
                tally.add(left ? Fact.MEMBER_LEFT : Fact.MEMBER_REMOVED);
            }
            if (!change.added().isEmpty()) {
                tally.add(Fact.MEMBER_ADDED);
            }
        } else if (content instanceof GroupChange) {
            tally.add(content instanceof GroupChange.Rename ? Fact.RENAMED : Fact.ROLE_CHANGED);
        } else if (content instanceof MessageChange) {
            tally.add(
                    content instanceof MessageChange.Edit
                            ? Fact.EDITED
                            : content instanceof MessageChange.Deletion ? Fact.DELETED : Fact.REACTED);
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
        return Objects.requireNonNull(REFUSALS.get(refusal.getClass()));
    }
}
