package io.parley.simulation.invariant;

import io.parley.log.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a log says up to a position, folded without the server's code: from the stored text alone. */
final class OwnFold {

    private final Map<UUID, String> roles = new HashMap<>();
    private final Map<Long, UUID> authors = new HashMap<>();
    private String type = "";
    private @Nullable String title;
    private long head;
    private long ordinal;
    private boolean understood = true;

    void add(Entry entry) {
        head++;
        understood &= Known.kind(entry);
        if (!Known.kind(entry)) {
            return;
        }
        if (entry.envelope().kind().equals("message")) {
            ordinal++;
            authors.put(head, entry.envelope().author().value());
        } else if (Known.isKept(entry)) {
            if (entry.body() == null) {
                understood = false;
            } else {
                change(entry.envelope().kind(), Wish.of(entry).content());
            }
        }
    }

    private void change(String kind, JsonNode content) {
        switch (kind) {
            case "created" -> {
                if (head == 1) {
                    type = content.get("type").asString();
                    title = content.has("title") ? content.get("title").asString() : null;
                    join(content.get("members"));
                }
            }
            case "membership" -> {
                content.get("removed").forEach(user -> roles.remove(UUID.fromString(user.asString())));
                join(content.get("added"));
            }
            case "role" ->
                roles.replace(
                        UUID.fromString(content.get("member").asString()),
                        content.get("role").asString());
            case "rename" -> title = content.get("title").asString();
            default -> {
                // A deletion changes no state.
            }
        }
    }

    private void join(JsonNode members) {
        members.properties()
                .forEach(member -> roles.put(
                        UUID.fromString(member.getKey()), member.getValue().asString()));
    }

    Set<UUID> members() {
        return roles.keySet();
    }

    Map<UUID, String> roles() {
        return roles;
    }

    boolean isGroup() {
        return type.equals("group");
    }

    @Nullable
    String title() {
        return title;
    }

    /** Who wrote the message there; null where no message stands. */
    @Nullable
    UUID authorAt(long seq) {
        return authors.get(seq);
    }

    long head() {
        return head;
    }

    long ordinal() {
        return ordinal;
    }

    boolean isUnderstood() {
        return understood;
    }
}
