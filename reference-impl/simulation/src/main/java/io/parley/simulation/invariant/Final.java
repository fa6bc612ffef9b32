package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Command;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Beyond the catalogue: "nothing was written, and nothing will be" is the truth. An entry comes from an attempt that was not
 * answered so, and each refusal has its reason in the log.
 */
public final class Final extends Invariant {

    private record Key(ConversationId conversation, Object id) {}

    private static final class Tried {
        private final Attempt attempt;
        private final Seq known;
        private boolean denied;

        Tried(Attempt attempt, Seq known) {
            this.attempt = attempt;
            this.known = known;
        }
    }

    private final Map<Key, List<Tried>> attempts = new HashMap<>();
    private final Truth truth;
    private final OwnRules rules;

    public Final(Truth truth, OwnRules rules) {
        super("Final");
        this.truth = truth;
        this.rules = rules;
    }

    @Override
    public void submitted(Attempt attempt) {
        attempts.computeIfAbsent(
                        new Key(attempt.conversation(), attempt.command().id()), key -> new ArrayList<>())
                .add(new Tried(attempt, truth.acknowledged(attempt.conversation())));
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        for (Entry entry : entries) {
            if (Known.kind(entry) && !entry.envelope().kind().equals("created")) {
                List<Tried> all = attempts.getOrDefault(new Key(conversation, entry.id()), List.of());
                require(
                        all.stream().anyMatch(tried -> !tried.denied && Sameness.of(entry, tried.attempt.command())),
                        () -> entry.id() + " was written at " + entry.seq() + ", and every sender was told it was not");
            }
        }
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            deny(attempt);
            judge(attempt, refused.refusal());
        } else if (outcome instanceof Outcome.Overloaded || outcome instanceof Outcome.Unavailable) {
            deny(attempt);
        }
    }

    private void deny(Attempt attempt) {
        tried(attempt).denied = true;
    }

    private void judge(Attempt attempt, Refusal refusal) {
        Command command = attempt.command();
        List<Entry> log = truth.entries(attempt.conversation());
        if (refusal instanceof Refusal.IdInUse) {
            @Nullable
            Entry holder = log.stream()
                    .filter(entry -> entry.id().equals(command.id()))
                    .findFirst()
                    .orElse(null);
            boolean creation = command.content().kind().code().equals("created") && !log.isEmpty();
            require(
                    holder == null ? creation : holder.body() == null || !Sameness.of(holder, command),
                    () -> command.id() + " was refused as in use and is " + (holder == null ? "free" : "its own"));
        } else if (refusal instanceof Refusal.ReadOnly) {
            require(
                    log.stream().anyMatch(entry -> !Known.kind(entry)),
                    () -> command.id() + " was refused as read-only");
        } else if (!(refusal instanceof Refusal.ClockSkew)) {
            String reason = refusal.getClass().getSimpleName();
            require(
                    wasReason(attempt, log, reason),
                    () -> command.id() + " was refused by " + reason + ", which was never so since it was sent");
        }
    }

    /** The decision was taken at some position, not before what anybody knew when the command was sent. */
    private boolean wasReason(Attempt attempt, List<Entry> log, String reason) {
        long known = tried(attempt).known.value();
        Wish wish = Wish.of(attempt.command());
        OwnFold fold = new OwnFold();
        for (int head = 0; head <= log.size(); head++) {
            if (head >= known && rules.objection(fold, wish).equals(Optional.of(reason))) {
                return true;
            }
            if (head < log.size()) {
                fold.add(log.get(head));
            }
        }
        return false;
    }

    private Tried tried(Attempt attempt) {
        return attempts
                .getOrDefault(new Key(attempt.conversation(), attempt.command().id()), List.of())
                .stream()
                .filter(tried -> tried.attempt.number() == attempt.number())
                .findFirst()
                .orElseThrow();
    }
}
