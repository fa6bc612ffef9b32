package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code frames.ts}: what goes over the wire, read and written by the public contract and not by the server's classes. */
public record Frame(String type, JsonNode json) {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Frame parse(String text) {
        JsonNode json = JSON.readTree(text);
        return new Frame(json.get("type").asString(), json);
    }

    static String authenticate(String token) {
        return text(Map.of("token", token), "authenticate");
    }

    static String ping(String digest) {
        return text(Map.of("digest", digest), "ping");
    }

    static String resume(Optional<String> since) {
        return text(since.<Map<String, ?>>map(token -> Map.of("since", token)).orElseGet(Map::of), "resume");
    }

    static String send(ConversationId conversation, EntryId id, String text) {
        Map<String, Object> content = new TreeMap<>(Map.of("type", "text", "text", text));
        return text(Map.of("conversationId", conversation.toString(), "id", id.toString(), "content", content), "send");
    }

    private static String text(Map<String, ?> members, String type) {
        Map<String, Object> sorted = new TreeMap<>(members);
        sorted.put("type", type);
        return JSON.writeValueAsString(sorted);
    }

    public ConversationId conversation() {
        return ConversationId.parse(json.get("conversationId").asString());
    }

    public EntryId id() {
        return EntryId.parse(json.get("id").asString());
    }

    public Seq seq() {
        return new Seq(json.get("seq").asLong());
    }

    /** The id of the problem's type in the catalogue: the end of its name. */
    public String problem() {
        String type = json.get("problem").get("type").asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** {@code isTemporary} of {@code problem.ts}. */
    boolean isTemporary() {
        int status = json.get("problem").get("status").asInt();
        return status == TOO_MANY || status == UNAVAILABLE;
    }

    /** The text of a message that is sent. */
    public String text() {
        return json.get("content").get("text").asString();
    }

    public Held entry() {
        JsonNode entry = json.get("entry");
        return new Held(
                new Seq(entry.get("seq").asLong()),
                EntryId.parse(entry.get("id").asString()));
    }

    Map<ConversationId, Seq> heads() {
        Map<ConversationId, Seq> heads = new TreeMap<>();
        json.get("heads")
                .properties()
                .forEach(head -> heads.put(
                        ConversationId.parse(head.getKey()),
                        new Seq(head.getValue().asLong())));
        return heads;
    }

    Optional<String> token() {
        return Optional.ofNullable(json.get("token")).map(JsonNode::asString);
    }
}
