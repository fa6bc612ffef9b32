package io.parley.contact;

import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.QueryTimeoutException;

/** Blocks in memory, read as often as {@link #readings} says, unless it is silent. */
final class BlockTable implements BlockStore {

    private record Pair(UserId blocker, UserId blocked) {}

    private final Map<Pair, Instant> rows = new LinkedHashMap<>();
    int readings;
    int lookUps;
    boolean silent;

    /** Happens once, between a reading and what becomes of it. */
    Runnable afterReading = () -> {};

    @Override
    public Addition add(UserId blocker, Block block, int blocksMax) {
        long others = rows.keySet().stream()
                .filter(pair ->
                        pair.blocker().equals(blocker) && !pair.blocked().equals(block.blocked()))
                .count();
        if (others >= blocksMax) {
            return Addition.FULL;
        }
        return rows.putIfAbsent(new Pair(blocker, block.blocked()), block.since()) == null
                ? Addition.ADDED
                : Addition.WAS_THERE;
    }

    void add(UserId blocker, UserId blocked) {
        rows.put(new Pair(blocker, blocked), Instant.EPOCH);
    }

    @Override
    public void remove(UserId blocker, UserId blocked) {
        rows.remove(new Pair(blocker, blocked));
    }

    @Override
    public List<Block> madeBy(UserId blocker) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().blocker().equals(blocker))
                .map(row -> new Block(row.getKey().blocked(), row.getValue()))
                .toList();
    }

    @Override
    public Sides around(UserId user, int blockedByMax) {
        answer();
        readings++;
        Set<UserId> blocked = new HashSet<>();
        Set<UserId> blockedBy = new HashSet<>();
        rows.keySet().forEach(pair -> {
            if (pair.blocker().equals(user)) {
                blocked.add(pair.blocked());
            }
            if (pair.blocked().equals(user) && blockedBy.size() <= blockedByMax) {
                blockedBy.add(pair.blocker());
            }
        });
        Runnable event = afterReading;
        afterReading = () -> {};
        event.run();
        return new Sides(blocked, blockedBy, blockedBy.size() <= blockedByMax);
    }

    @Override
    public boolean standsBetween(UserId one, UserId other) {
        answer();
        lookUps++;
        return rows.containsKey(new Pair(one, other)) || rows.containsKey(new Pair(other, one));
    }

    private void answer() {
        if (silent) {
            throw new QueryTimeoutException("no answer");
        }
    }
}
