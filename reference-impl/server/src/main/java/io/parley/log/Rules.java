package io.parley.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may become an entry (INV-5). Each rule looks at the state folded up to the entry before and at nothing else; as the
 * append is a compare-and-set on the next position, what a rule allowed is still true when the entry is written.
 *
 * <p>What lives outside the log, such as a disabled account, is checked before a command gets here.
 */
final class Rules {

    /** Refuses, or has no objection. */
    private interface Rule {
        Optional<Refusal> check(ConversationState state, Command command, Instant now);
    }

    private final Duration skew;
    private final GroupRules groups;
    private final MessageRules messages;
    private final List<Rule> forEveryCommand;

    Rules(LogSettings settings) {
        this.skew = settings.skew();
        this.groups = new GroupRules(settings.membersMax());
        this.messages = new MessageRules(settings.editEntriesMax());
        this.forEveryCommand = List.of(this::authorBelongs, this::timesAreNotAhead, Rules::logIsUnderstood);
    }

    /**
     * The first objection to a command that is no repeat.
     *
     * @param target the entry that the command speaks of, if it does and the entry stands in the log
     */
    Optional<Refusal> check(ConversationState state, Command command, Optional<Entry> target, Instant now) {
        return forEveryCommand.stream()
                .flatMap(rule -> rule.check(state, command, now).stream())
                .findFirst()
                .or(() -> creationComesFirst(state, command))
                .or(() -> kindAllows(state, command, target));
    }

    /**
     * What holds of a repeat as well: who was removed learns nothing about the id either. But who left may ask again whether
     * that was written.
     */
    Optional<Refusal> checkRepeat(ConversationState state, Command command) {
        return isLeaving(command) ? Optional.empty() : authorBelongs(state, command, Instant.EPOCH);
    }

    private static boolean isLeaving(Command command) {
        return command.content() instanceof GroupChange.Membership membership
                && membership.isLeavingOf(command.author());
    }

    private Optional<Refusal> authorBelongs(ConversationState state, Command command, Instant now) {
        if (command.content() instanceof Content.Created) {
            return Optional.empty();
        }
        return refuseUnless(state.isMember(command.author()), new Refusal.NotAMember());
    }

    private Optional<Refusal> timesAreNotAhead(ConversationState state, Command command, Instant now) {
        Instant latest = now.plus(skew);
        boolean sentAhead = command.sentAt() != null && command.sentAt().isAfter(latest);
        return refuseUnless(!sentAhead && !command.id().time().isAfter(latest), new Refusal.ClockSkew(now));
    }

    private static Optional<Refusal> logIsUnderstood(ConversationState state, Command command, Instant now) {
        return refuseUnless(!state.isReadOnly(), new Refusal.ReadOnly());
    }

    /** Entry 1 creates, and no other entry does. A creation that is no repeat has taken somebody's id. */
    private static Optional<Refusal> creationComesFirst(ConversationState state, Command command) {
        return refuseUnless(state.exists() != (command.content() instanceof Content.Created), new Refusal.IdInUse());
    }

    private Optional<Refusal> kindAllows(ConversationState state, Command command, Optional<Entry> target) {
        if (command.content() instanceof Content.Created created) {
            return groups.check(created);
        } else if (command.content() instanceof GroupChange change) {
            return groups.check(state, command.author(), change);
        } else if (command.content() instanceof MessageChange change) {
            return messages.check(state, command.author(), change, target);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuseUnless(boolean allowed, Refusal refusal) {
        return allowed ? Optional.empty() : Optional.of(refusal);
    }
}
