package io.parley.contact;

import io.parley.contact.BlockStore.Sides;
import io.parley.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What is known of the blocks around one user. Immutable.
 *
 * @param sides as they were read, and changed by what happened on this node since
 * @param readAt when the reading began
 * @param isOutdated true after a change on this node: read again as soon as the store answers
 */
record Known(Sides sides, Instant readAt, boolean isOutdated) {

    boolean isYoungerThan(Duration age, Instant now) {
        return now.isBefore(readAt.plus(age));
    }

    /** Whether it may be used without reading again. */
    boolean isFresh(Duration age, Instant now) {
        return !isOutdated && isYoungerThan(age, now);
    }

    /** Whether a block stands between the user and the other one, as far as this tells. */
    boolean has(UserId other) {
        return sides.blocked().contains(other) || sides.blockedBy().contains(other);
    }

    /** After the user has blocked or unblocked the other one. */
    Known withBlocked(UserId other, boolean stands) {
        return with(new Sides(changed(sides.blocked(), other, stands), sides.blockedBy(), sides.isWhole()));
    }

    /** After the other one has blocked or unblocked the user. */
    Known withBlockedBy(UserId other, boolean stands) {
        return with(new Sides(sides.blocked(), changed(sides.blockedBy(), other, stands), sides.isWhole()));
    }

    private Known with(Sides changed) {
        return new Known(changed, readAt, true);
    }

    private static Set<UserId> changed(Set<UserId> users, UserId user, boolean stands) {
        Set<UserId> changed = new HashSet<>(users);
        if (stands) {
            changed.add(user);
        } else {
            changed.remove(user);
        }
        return Set.copyOf(changed);
    }

    /** How many ids it holds, its own included. */
    int size() {
        return 1 + sides.blocked().size() + sides.blockedBy().size();
    }
}
