package io.parley.log;

import io.parley.kernel.Seq;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of what is said about an earlier message. */
final class MessageChangeCodec {

    private MessageChangeCodec() {}

    static void put(ObjectNode json, MessageChange change) {
        json.put("target", change.target().value());
        if (change instanceof MessageChange.Edit edit) {
            json.put("text", edit.text());
        } else if (change instanceof MessageChange.Reaction reaction) {
            json.put("emoji", reaction.emoji()).put("set", reaction.set());
        }
    }

    static Content edit(JsonNode json) {
        return new MessageChange.Edit(target(json), json.required("text").asString());
    }

    static Content deletion(JsonNode json) {
        return new MessageChange.Deletion(target(json));
    }

    static Content reaction(JsonNode json) {
        return new MessageChange.Reaction(
                target(json),
                json.required("emoji").asString(),
                json.required("set").asBoolean());
    }

    private static Seq target(JsonNode json) {
        return new Seq(json.required("target").asLong());
    }
}
