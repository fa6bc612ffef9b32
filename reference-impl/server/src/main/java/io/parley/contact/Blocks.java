package io.parley.contact;

import io.parley.account.User;
import io.parley.account.Users;
import io.parley.contact.BlockStore.Addition;
import io.parley.contact.BlockStore.Block;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The blocks that a user makes and takes back (USR-5). Blocking; thread-safe; refusals are {@link ProblemException}s. */
public final class Blocks {

    /** A blocked user, as the blocker sees them, and since when. */
    public record BlockedUser(User user, Instant since) {}

    private final BlockStore store;
    private final KnownBlocks known;
    private final Users users;
    private final int blocksMax;
    private final InstantSource clock;

    Blocks(BlockStore store, KnownBlocks known, Users users, Limits.Contact limits, InstantSource clock) {
        this.store = store;
        this.known = known;
        this.users = users;
        this.blocksMax = limits.blocksMax();
        this.clock = clock;
    }

    /** Blocks a user, or finds that it was so. In force on this node when it returns. */
    public void block(UserId blocker, UserId blocked) {
        if (blocker.equals(blocked)) {
            throw new ProblemException(Problem.invalidField("userId", "another user"));
        }
        if (users.find(blocked).isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        if (store.add(blocker, new Block(blocked, clock.instant()), blocksMax) == Addition.FULL) {
            throw ProblemException.of(ProblemType.BLOCKS_FULL);
        }
        known.changed(blocker, blocked, true);
    }

    /** Takes a block back, if there is one. In force on this node when it returns. */
    public void unblock(UserId blocker, UserId blocked) {
        store.remove(blocker, blocked);
        known.changed(blocker, blocked, false);
    }

    /** Whom the user has blocked, newest first; who has left the installation meanwhile is left out. */
    public List<BlockedUser> madeBy(UserId blocker) {
        List<Block> blocks = store.madeBy(blocker);
        Map<UserId, User> found =
                users.byIds(blocks.stream().map(Block::blocked).toList());
        return blocks.stream()
                .flatMap(block -> Optional.ofNullable(found.get(block.blocked()))
                        .map(user -> Stream.of(new BlockedUser(user, block.since())))
                        .orElseGet(Stream::empty))
                .toList();
    }
}
