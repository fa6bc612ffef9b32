package io.parley.log;

import io.parley.kernel.UserId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a conversation, and what it is called: the part of a state that entries change. Immutable; entries of other
 * kinds share it.
 *
 * @param members with their roles, ordered by id
 */
record Roster(SortedMap<UserId, Role> members, @Nullable String title) {

    /** Nobody: a conversation that does not exist. */
    static final Roster NONE = new Roster(Collections.emptySortedMap(), null);

    /** Rough sizes, for the cache's bound. */
    private static final int MEMBER_BYTES = 96;

    private static final int CHAR_BYTES = 2;

    Roster {
        members = Collections.unmodifiableSortedMap(members);
    }

    /** As a change leaves it. What cannot be is not checked here, but by the rules, before it is written. */
    Roster after(GroupChange change) {
        if (change instanceof GroupChange.Rename rename) {
            return new Roster(members, rename.title());
        }
        TreeMap<UserId, Role> next = new TreeMap<>(members);
        if (change instanceof GroupChange.Membership membership) {
            membership.removed().forEach(next::remove);
            next.putAll(membership.added());
        } else if (change instanceof GroupChange.NewRole role) {
            next.replace(role.member(), role.role());
        }
        return new Roster(next, title);
    }

    boolean isOwner(UserId user) {
        return members.get(user) == Role.OWNER;
    }

    /** Whether somebody is left and nobody may change the group. */
    boolean lacksAnOwner() {
        return !members.isEmpty() && !members.containsValue(Role.OWNER);
    }

    long approximateBytes() {
        return (long) MEMBER_BYTES * members.size() + (title == null ? 0 : (long) CHAR_BYTES * title.length());
    }
}
