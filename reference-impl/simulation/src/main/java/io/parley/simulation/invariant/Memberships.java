package io.parley.simulation.invariant;

import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Who was a member of one conversation when, folded while its log grows. Nobody is before its first entry. */
final class Memberships {

    private final OwnFold fold = new OwnFold();
    private final Map<UUID, TreeMap<Seq, Boolean>> turns = new HashMap<>();
    private Set<UUID> members = Set.of();

    void add(Entry entry) {
        fold.add(entry);
        if (!members.equals(fold.members())) {
            Set<UUID> now = new HashSet<>(fold.members());
            now.stream().filter(user -> !members.contains(user)).forEach(user -> turn(user, entry.seq(), true));
            members.stream().filter(user -> !now.contains(user)).forEach(user -> turn(user, entry.seq(), false));
            members = now;
        }
    }

    private void turn(UUID user, Seq at, boolean member) {
        turns.computeIfAbsent(user, id -> new TreeMap<>()).put(at, member);
    }

    /** Those who became members at this entry. */
    Set<UserId> cameAt(Seq seq) {
        Set<UserId> come = new HashSet<>();
        turns.forEach((user, all) -> {
            if (Boolean.TRUE.equals(all.get(seq))) {
                come.add(new UserId(user));
            }
        });
        return come;
    }

    /** All members at that position. */
    Set<UserId> all(Seq seq) {
        Set<UserId> all = new HashSet<>();
        turns.keySet().stream().map(UserId::new).filter(user -> at(user, seq)).forEach(all::add);
        return all;
    }

    /** Whether the user was a member at that position. */
    boolean at(UserId user, Seq seq) {
        Map.Entry<Seq, Boolean> last = of(user).floorEntry(seq);
        return last != null && last.getValue();
    }

    /** Whether the user was a member at that position and has been ever since. */
    boolean throughout(UserId user, Seq from) {
        return at(user, from) && of(user).tailMap(from, false).isEmpty();
    }

    /** Whether the user was no member at that position, nor has been since. */
    boolean neverFrom(UserId user, Seq from) {
        return !at(user, from) && of(user).tailMap(from, false).isEmpty();
    }

    private NavigableMap<Seq, Boolean> of(UserId user) {
        return turns.getOrDefault(user.value(), new TreeMap<>());
    }
}
