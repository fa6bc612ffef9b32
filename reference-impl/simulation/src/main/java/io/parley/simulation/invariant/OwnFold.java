package io.parley.simulation.invariant;

import io.parley.log.Entry;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a log says up to a position, folded without the server's code: from the stored text alone. */
final class OwnFold {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<UUID> members = new HashSet<>();
    private long head;
    private long ordinal;
    private boolean understood = true;

    void add(Entry entry) {
        head++;
        switch (entry.envelope().kind()) {
            case "created" -> {
                if (head == 1 && entry.body() != null) {
                    JsonNode created = JSON.readTree(entry.body().content());
                    created.get("members").propertyNames().forEach(name -> members.add(UUID.fromString(name)));
                }
            }
            case "message" -> ordinal++;
            default -> understood = false;
        }
        understood &= entry.envelope().version() == 1;
    }

    Set<UUID> members() {
        return members;
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
