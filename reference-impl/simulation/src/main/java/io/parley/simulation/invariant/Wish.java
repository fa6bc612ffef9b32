package io.parley.simulation.invariant;

import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import io.parley.log.MessageChange;
import io.parley.log.Role;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody wants a log to say, in the stored form, written and read without the server's code. */
record Wish(UUID author, String kind, JsonNode content) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What became an entry; its content must be there. */
    static Wish of(Entry entry) {
        return new Wish(
                entry.envelope().author().value(),
                entry.envelope().kind(),
                JSON.readTree(Objects.requireNonNull(entry.body()).content()));
    }

    static Wish of(Command command) {
        // To text and back, so that numbers of both origins are of the same type.
        String text = JSON.writeValueAsString(members(command.content()));
        return new Wish(command.author().value(), command.content().kind().code(), JSON.readTree(text));
    }

    private static Map<String, ?> members(Content content) {
        if (content instanceof Content.Text text) {
            return Map.of("text", text.text());
        } else if (content instanceof Content.Created created) {
            Map<String, Object> members =
                    new TreeMap<>(Map.of("type", created.type().code(), "members", roles(created.members())));
            if (created.title() != null) {
                members.put("title", created.title());
            }
            return members;
        } else if (content instanceof GroupChange.Membership change) {
            return Map.of(
                    "added",
                    roles(change.added()),
                    "removed",
                    change.removed().stream().map(UserId::toString).toList());
        } else if (content instanceof GroupChange.NewRole change) {
            return Map.of(
                    "member", change.member().toString(), "role", change.role().code());
        } else if (content instanceof GroupChange.Rename change) {
            return Map.of("title", change.title());
        }
        Map<String, Object> members = new TreeMap<>();
        members.put("target", ((MessageChange) content).target().value());
        if (content instanceof MessageChange.Edit edit) {
            members.put("text", edit.text());
        } else if (content instanceof MessageChange.Reaction reaction) {
            members.put("emoji", reaction.emoji());
            members.put("set", reaction.set());
        }
        return members;
    }

    private static Map<String, String> roles(SortedMap<UserId, Role> members) {
        return members.entrySet().stream()
                .collect(Collectors.toMap(member -> member.getKey().toString(), member -> member.getValue()
                        .code()));
    }
}
