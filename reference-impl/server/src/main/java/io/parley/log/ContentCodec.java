package io.parley.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
            put(json, created);
        } else if (content instanceof GroupChange change) {
            GroupChangeCodec.put(json, change);
        } else if (content instanceof MessageChange change) {
            MessageChangeCodec.put(json, change);
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
            case MEMBERSHIP -> GroupChangeCodec.membership(json);
            case ROLE -> GroupChangeCodec.role(json);
            case RENAME -> GroupChangeCodec.rename(json);
            case EDIT -> MessageChangeCodec.edit(json);
            case DELETION -> MessageChangeCodec.deletion(json);
            case REACTION -> MessageChangeCodec.reaction(json);
        });
    }

    private static void put(ObjectNode json, Content.Created created) {
        json.put("type", created.type().code());
        if (created.title() != null) {
            json.put("title", created.title());
        }
        MembersCodec.put(json.putObject("members"), created.members());
    }

    private static Content created(JsonNode json) {
        @Nullable JsonNode title = json.get("title");
        return new Content.Created(
                ConversationType.of(json.required("type").asString()),
                title == null ? null : title.asString(),
                MembersCodec.read(json.required("members")));
    }
}
