package io.parley.load;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a user sends over the socket. */
final class Frames {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** About the length of a chat message. */
    private static final String WORDS = "See you at the station at nine, I bring the tickets and the map. ";

    private Frames() {}

    static String authenticate(Actor actor) {
        return JSON.createObjectNode()
                .put("type", "authenticate")
                .put("token", actor.token())
                .toString();
    }

    static String send(String conversation, String id) {
        ObjectNode frame = JSON.createObjectNode()
                .put("type", "send")
                .put("conversationId", conversation)
                .put("id", id);
        frame.putObject("content").put("type", "text").put("text", WORDS + id);
        return frame.toString();
    }
}
