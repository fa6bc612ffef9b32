package io.parley.log;

import io.parley.kernel.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * Who may change a group, and to what. Owners add and remove members, change roles and rename; everybody may leave. What no
 * change may bring about: more members than allowed, or members without an owner. Direct conversations never change.
 */
final class GroupRules {

    private final int membersMax;

    GroupRules(int membersMax) {
        this.membersMax = membersMax;
    }

    /** The first objection to a change by a member. */
    Optional<Refusal> check(ConversationState state, UserId author, GroupChange change) {
        Roster before = state.roster();
        Roster after = before.after(change);
        if (state.type() != ConversationType.GROUP) {
            return Optional.of(new Refusal.NotAGroup());
        }
        if (!before.isOwner(author) && !isLeaving(author, change)) {
            return Optional.of(new Refusal.NotAnOwner());
        }
        return membersFit(before, change)
                .or(() -> sizeFits(after))
                .or(() -> after.lacksAnOwner() ? Optional.of(new Refusal.NoOwnerLeft()) : Optional.empty());
    }

    /** The first objection to a creation. */
    Optional<Refusal> check(Content.Created created) {
        return sizeFits(new Roster(created.members(), created.title()));
    }

    private static boolean isLeaving(UserId author, GroupChange change) {
        return change instanceof GroupChange.Membership membership && membership.isLeavingOf(author);
    }

    private static Optional<Refusal> membersFit(Roster before, GroupChange change) {
        if (change instanceof GroupChange.Membership membership) {
            return firstStranger(before, membership.removed()).or(() -> membership.added().keySet().stream()
                    .filter(user -> before.members().containsKey(user))
                    .findFirst()
                    .map(Refusal.AlreadyAMember::new));
        }
        return change instanceof GroupChange.NewRole role
                ? firstStranger(before, Set.of(role.member()))
                : Optional.empty();
    }

    private static Optional<Refusal> firstStranger(Roster before, Set<UserId> users) {
        return users.stream()
                .filter(user -> !before.members().containsKey(user))
                .findFirst()
                .map(Refusal.NoSuchMember::new);
    }

    private Optional<Refusal> sizeFits(Roster after) {
        return after.members().size() > membersMax
                ? Optional.of(new Refusal.TooManyMembers(membersMax))
                : Optional.empty();
    }
}
