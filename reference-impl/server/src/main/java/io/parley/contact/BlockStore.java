package io.parley.contact;

import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where blocks are kept. Blocking; thread-safe; every call is atomic. */
public interface BlockStore {

    /** A user whom somebody has blocked, and since when. */
    record Block(UserId blocked, Instant since) {}

    /** What became of a wish to block. */
    enum Addition {
        ADDED,
        WAS_THERE,
        /** The blocker has as many blocks as anybody may have. */
        FULL
    }

    /**
     * Blocks on both sides of a user.
     *
     * @param blocked whom the user has blocked: all
     * @param blockedBy who has blocked the user: as many as were asked for
     * @param isWhole whether those are all
     */
    record Sides(Set<UserId> blocked, Set<UserId> blockedBy, boolean isWhole) {

        public Sides {
            blocked = Set.copyOf(blocked);
            blockedBy = Set.copyOf(blockedBy);
        }

        /** Whether a block stands between the user and the other one, as far as this tells. */
        boolean has(UserId other) {
            return blocked.contains(other) || blockedBy.contains(other);
        }

        /** After the user has blocked or unblocked the other one. */
        Sides withBlocked(UserId other, boolean stands) {
            return new Sides(changed(blocked, other, stands), blockedBy, isWhole);
        }

        /** After the other one has blocked or unblocked the user. */
        Sides withBlockedBy(UserId other, boolean stands) {
            return new Sides(blocked, changed(blockedBy, other, stands), isWhole);
        }

        private static Set<UserId> changed(Set<UserId> users, UserId user, boolean stands) {
            Set<UserId> changed = new HashSet<>(users);
            if (stands) {
                changed.add(user);
            } else {
                changed.remove(user);
            }
            return changed;
        }
    }

    /** Adds a block unless it is there, or the blocker has {@code blocksMax} others. Both users exist. */
    Addition add(UserId blocker, Block block, int blocksMax);

    /** Takes a block away, if it is there. */
    void remove(UserId blocker, UserId blocked);

    /** The blocks that a user has made, newest first. */
    List<Block> madeBy(UserId blocker);

    /** Blocks that concern a user, of those against them {@code blockedByMax} at most. */
    Sides around(UserId user, int blockedByMax);

    /** Whether one of the two has blocked the other. */
    boolean standsBetween(UserId one, UserId other);
}
