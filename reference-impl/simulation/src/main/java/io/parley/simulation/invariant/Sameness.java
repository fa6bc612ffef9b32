package io.parley.simulation.invariant;

import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.Entry;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an entry is what a command asked for, judged from the stored text and not by the server's code. */
final class Sameness {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Sameness() {}

    /** Same id, author and content; an erased content can be no other. */
    static boolean of(Entry entry, Command command) {
        return entry.id().equals(command.id())
                && entry.envelope().author().equals(command.author())
                && (entry.body() == null
                        || sameContent(JSON.readTree(entry.body().content()), command.content()));
    }

    private static boolean sameContent(JsonNode stored, Content content) {
        if (content instanceof Content.Text text) {
            return stored.has("text") && stored.get("text").asString().equals(text.text());
        }
        Content.Created created = (Content.Created) content;
        Map<String, String> wanted = new TreeMap<>();
        created.members().forEach((user, role) -> wanted.put(user.toString(), role.code()));
        Map<String, String> members = new TreeMap<>();
        if (stored.has("members")) {
            stored.get("members")
                    .properties()
                    .forEach(member ->
                            members.put(member.getKey(), member.getValue().asString()));
        }
        return stored.has("type")
                && stored.get("type").asString().equals(created.type().code())
                && members.equals(wanted);
    }
}
