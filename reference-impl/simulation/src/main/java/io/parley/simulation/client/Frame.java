package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    static String mark(ConversationId conversation, Seq delivered, Seq read) {
        Map<String, Object> members = new TreeMap<>(Map.of("conversationId", conversation.toString()));
        if (delivered.isAfter(read)) {
            members.put("delivered", delivered.value());
        }
        if (read.isAfter(Seq.NONE)) {
            members.put("read", read.value());
        }
        return text(members, "mark");
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

    /** How far all members are. */
    public Seq allDelivered() {
        return new Seq(json.get("all").get("delivered").asLong());
    }

    public Seq allRead() {
        return new Seq(json.get("all").get("read").asLong());
    }

    /** The marks that moved. */
    public List<MemberMark> marks() {
        return json.get("marks")
                .valueStream()
                .map(mark -> new MemberMark(
                        UserId.parse(mark.get("user").asString()),
                        new Seq(mark.get("delivered").asLong()),
                        new Seq(mark.get("read").asLong())))
                .toList();
    }

    Map<UserId, Mark> memberMarks() {
        Map<UserId, Mark> marks = new TreeMap<>();
        marks().forEach(mark -> marks.put(mark.user(), new Mark(mark.delivered(), mark.read())));
        return marks;
    }

    Mark all() {
        return new Mark(allDelivered(), allRead());
    }

    /** Whether it says which conversation it is about. */
    public boolean namesConversation() {
        return json.has("conversationId");
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
                EntryId.parse(entry.get("id").asString()),
                entry.get("kind").asString().equals("message")
                        ? UserId.parse(entry.get("author").asString())
                        : null);
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

    /** How many conversations the user has; in the last frame of an answer. */
    OptionalInt count() {
        return json.has("count") ? OptionalInt.of(json.get("count").asInt()) : OptionalInt.empty();
    }

    Optional<String> token() {
        return Optional.ofNullable(json.get("token")).map(JsonNode::asString);
    }
}
