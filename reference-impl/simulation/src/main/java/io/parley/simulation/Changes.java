package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Content;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import io.parley.log.MessageChange;
import io.parley.log.Role;
import io.parley.simulation.engine.Chance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people want changed: mostly what might be legal, as it seems to them, and now and then nonsense. */
final class Changes {

    private static final List<String> EMOJIS = List.of("👍", "🎉");

    private final World world;
    private final Chance chance;
    private final Map<ConversationId, Seq> spokenOf = new HashMap<>();

    Changes(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** Something that a user may want to change. */
    Content by(UserId user, ConversationId conversation) {
        long dice = chance.between(1, 100);
        if (dice <= 22) {
            return addition(conversation);
        } else if (dice <= 28) {
            return removal(chance.oneOf(world.population.ids()));
        } else if (dice <= 33) {
            return removal(user);
        } else if (dice <= 37) {
            return exchange(user);
        } else if (dice <= 45) {
            return new GroupChange.NewRole(chance.oneOf(world.population.ids()), role());
        } else if (dice <= 50) {
            return new GroupChange.Rename("title " + dice);
        }
        Seq target = target(user, conversation);
        if (dice <= 75) {
            return new MessageChange.Edit(target, "better " + dice);
        } else if (dice <= 93) {
            return new MessageChange.Deletion(target);
        }
        return new MessageChange.Reaction(target, chance.oneOf(EMOJIS), chance.happens(0.7));
    }

    /** That the user takes back what they said last. */
    Optional<Content> withdrawal(UserId user, ConversationId conversation) {
        return lastBy(user, conversation).map(MessageChange.Deletion::new);
    }

    /** Mostly of somebody who is not there, in the place of another when there is none left: else it would seldom be legal. */
    private GroupChange addition(ConversationId conversation) {
        Seq head = world.truth.head(conversation);
        Map<Boolean, List<UserId>> there = world.population.ids().stream()
                .collect(Collectors.partitioningBy(user -> !world.truth.isNoMemberFrom(conversation, user, head)));
        List<UserId> members = there.getOrDefault(true, List.of());
        List<UserId> others = there.getOrDefault(false, List.of());
        if (members.isEmpty() || others.isEmpty() || chance.happens(0.2)) {
            return new GroupChange.Membership(of(chance.oneOf(world.population.ids())), new TreeSet<>());
        }
        return new GroupChange.Membership(
                of(chance.oneOf(others)),
                members.size() < Numbers.RULES.membersMax()
                        ? new TreeSet<>()
                        : new TreeSet<>(List.of(chance.oneOf(members))));
    }

    private static GroupChange removal(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(List.of(user)));
    }

    private GroupChange exchange(UserId user) {
        UserId other = chance.oneOf(world.population.ids());
        TreeSet<UserId> removed = new TreeSet<>(List.of(user));
        return other.equals(user) ? removal(user) : new GroupChange.Membership(of(other), removed);
    }

    private SortedMap<UserId, Role> of(UserId user) {
        TreeMap<UserId, Role> added = new TreeMap<>();
        added.put(user, role());
        return added;
    }

    private Role role() {
        return chance.happens(0.6) ? Role.OWNER : Role.MEMBER;
    }

    /** Often what they spoke of before, else their last message or any entry, and sometimes one that is not there yet. */
    private Seq target(UserId user, ConversationId conversation) {
        Seq before = spokenOf.get(conversation);
        if (before != null && chance.happens(0.5)) {
            return before;
        }
        Seq next =
                chance.happens(0.6) ? lastBy(user, conversation).orElseGet(() -> any(conversation)) : any(conversation);
        spokenOf.put(conversation, next);
        return next;
    }

    private Optional<Seq> lastBy(UserId user, ConversationId conversation) {
        return world.truth.log(conversation).descendingMap().values().stream()
                .filter(entry -> entry.isMessage() && entry.envelope().author().equals(user))
                .map(Entry::seq)
                .findFirst();
    }

    private Seq any(ConversationId conversation) {
        long head = world.truth.head(conversation).value();
        long first = chance.happens(0.7) ? Math.max(1, head - 5) : 1;
        return new Seq(chance.between(first, Math.max(first, head) + 1));
    }
}
