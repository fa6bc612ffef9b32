package io.parley.simulation.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What may be said in a conversation, once more and by other code: the rules of INV-5 that depend on the log.
 *
 * @param membersMax members of a conversation
 * @param editEntriesMax entries from a message to its last edit
 */
public record OwnRules(int membersMax, int editEntriesMax) {

    private static final String OWNER = "owner";

    /** The name of the first objection, as the server names its refusals. */
    Optional<String> objection(OwnFold before, Wish wish) {
        return Optional.ofNullable(first(before, wish));
    }

    private @Nullable String first(OwnFold before, Wish wish) {
        if (wish.kind().equals("created")) {
            return before.head() > 0 ? "IdInUse" : null;
        }
        if (!before.members().contains(wish.author())) {
            return "NotAMember";
        }
        return switch (wish.kind()) {
            case "message" -> null;
            case "membership", "role", "rename" -> ofGroup(before, wish);
            default -> ofMessage(before, wish);
        };
    }

    private @Nullable String ofGroup(OwnFold before, Wish wish) {
        Map<UUID, String> after = new HashMap<>(before.roles());
        JsonNode content = wish.content();
        Set<UUID> gone = new HashSet<>();
        Set<UUID> come = new HashSet<>();
        if (wish.kind().equals("membership")) {
            content.get("removed").forEach(user -> gone.add(UUID.fromString(user.asString())));
            content.get("added").properties().forEach(member -> {
                come.add(UUID.fromString(member.getKey()));
                after.put(UUID.fromString(member.getKey()), member.getValue().asString());
            });
            after.keySet().removeAll(gone);
        } else if (wish.kind().equals("role")) {
            gone.add(UUID.fromString(content.get("member").asString()));
            after.replace(
                    UUID.fromString(content.get("member").asString()),
                    content.get("role").asString());
        }
        boolean leaves = wish.kind().equals("membership") && come.isEmpty() && gone.equals(Set.of(wish.author()));
        if (!before.isGroup()) {
            return "NotAGroup";
        } else if (!leaves && !OWNER.equals(before.roles().get(wish.author()))) {
            return "NotAnOwner";
        } else if (!before.members().containsAll(gone)) {
            return "NoSuchMember";
        } else if (come.stream().anyMatch(before.members()::contains)) {
            return "AlreadyAMember";
        } else if (after.size() > membersMax) {
            return "TooManyMembers";
        }
        return !after.isEmpty() && !after.containsValue(OWNER) ? "NoOwnerLeft" : null;
    }

    private @Nullable String ofMessage(OwnFold before, Wish wish) {
        long target = wish.content().get("target").asLong();
        UUID author = before.authorAt(target);
        boolean own = wish.author().equals(author);
        if (author == null) {
            return "NoSuchMessage";
        }
        return switch (wish.kind()) {
            case "edit" -> !own ? "NotTheAuthor" : before.head() + 1 - target > editEntriesMax ? "TooLateToEdit" : null;
            case "deletion" -> own || OWNER.equals(before.roles().get(wish.author())) ? null : "NotAnOwner";
            default -> null;
        };
    }
}
