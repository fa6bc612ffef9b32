package io.parley.log;

import io.parley.kernel.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Content as JSON text. One content has one text, so that equal texts mean equal contents. Formats are versioned per
 * kind: a reader that does not know a version leaves the content alone.
 */
final class ContentCodec {

    /** The version that this node writes, of every kind. */
    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContentCodec() {}

    static boolean knows(String kind, int version) {
        return version == VERSION && Kind.of(kind).isPresent();
    }

    static String encode(Content content) {
        ObjectNode json = JSON.createObjectNode();
        if (content instanceof Content.Text text) {
            json.put("text", text.text());
        } else if (content instanceof Content.Created created) {
            json.put("type", created.type().code());
            if (created.title() != null) {
                json.put("title", created.title());
            }
            ObjectNode members = json.putObject("members");
            for (Map.Entry<UserId, Role> member : created.members().entrySet()) {
                members.put(member.getKey().toString(), member.getValue().code());
            }
        }
        return JSON.writeValueAsString(json);
    }

    static Optional<Content> decode(String kind, int version, String content) {
        if (version != VERSION) {
            return Optional.empty();
        }
        JsonNode json = JSON.readTree(content);
        return Kind.of(kind).map(known -> switch (known) {
            case CREATED -> created(json);
            case MESSAGE -> new Content.Text(json.required("text").asString());
        });
    }

    private static Content created(JsonNode json) {
        SortedMap<UserId, Role> members = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : json.required("members").properties()) {
            members.put(UserId.parse(member.getKey()), role(member.getValue()));
        }
        JsonNode title = json.get("title");
        return new Content.Created(
                ConversationType.valueOf(upper(json.required("type"))),
                title == null ? null : title.asString(),
                members);
    }

    private static Role role(JsonNode code) {
        return Role.valueOf(upper(code));
    }

    private static String upper(JsonNode code) {
        return code.asString().toUpperCase(Locale.ROOT);
    }
}
