package io.parley.contact;

import io.parley.kernel.UserId;
import java.util.List;
import java.util.Set;

/** Nobody has blocked anybody, and nobody does. */
public final class NoBlocks implements BlockStore {

    private final Runnable question;

    /** @param question happens whenever something is asked; throws when there is no answer */
    public NoBlocks(Runnable question) {
        this.question = question;
    }

    @Override
    public Sides around(UserId user, int blockedByMax) {
        question.run();
        return new Sides(Set.of(), Set.of(), true);
    }

    @Override
    public boolean standsBetween(UserId one, UserId other) {
        question.run();
        return false;
    }

    @Override
    public List<Block> madeBy(UserId blocker) {
        question.run();
        return List.of();
    }

    @Override
    public Addition add(UserId blocker, Block block, int blocksMax) {
        throw new UnsupportedOperationException("nobody blocks anybody here");
    }

    @Override
    public void remove(UserId blocker, UserId blocked) {
        throw new UnsupportedOperationException("nobody blocks anybody here");
    }
}
