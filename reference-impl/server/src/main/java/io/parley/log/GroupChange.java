package io.parley.log;

import io.parley.kernel.UserId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changes a group itself. The state is folded from these contents, so that they are never erased; they name users by id
 * and hold no text but the title.
 */
public sealed interface GroupChange extends Content {

    /**
     * Who comes and who goes. Leaving is removing oneself. Sorted by id, so that equal changes are equal contents in whichever order they are given.
     *
     * @param added with their roles
     * @param removed none of them in {@code added}
     */
    record Membership(SortedMap<UserId, Role> added, SortedSet<UserId> removed) implements GroupChange {

        /** @throws IllegalArgumentException if nobody comes or goes, or somebody does both */
        public Membership {
            if (added.isEmpty() && removed.isEmpty()) {
                throw new IllegalArgumentException("added=[], removed=[], expected somebody");
            }
            if (!Collections.disjoint(removed, added.keySet())) {
                throw new IllegalArgumentException("removed=" + removed + ", expected nobody who is added");
            }
            added = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(added)));
            removed = Collections.unmodifiableSortedSet(new TreeSet<>(Set.copyOf(removed)));
        }

        @Override
        public Kind kind() {
            return Kind.MEMBERSHIP;
        }

        /** Whether this is what somebody asks for who leaves, and no more. */
        public boolean isLeavingOf(UserId user) {
            return added.isEmpty() && removed.size() == 1 && removed.contains(user);
        }
    }

    /** A member's other role. */
    record NewRole(UserId member, Role role) implements GroupChange {

        @Override
        public Kind kind() {
            return Kind.ROLE;
        }
    }

    /** A new title: not blank, and within its limit; whoever builds a command has checked that. A title is never taken away. */
    record Rename(String title) implements GroupChange {

        @Override
        public Kind kind() {
            return Kind.RENAME;
        }
    }
}
