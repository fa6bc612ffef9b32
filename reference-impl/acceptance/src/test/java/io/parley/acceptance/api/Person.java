package io.parley.acceptance.api;

import io.parley.acceptance.api.Forms.Block;
import io.parley.acceptance.api.Forms.Blocks;
import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Forms.ConversationPage;
import io.parley.acceptance.api.Forms.EntryPage;
import io.parley.acceptance.api.Forms.Marks;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Forms.MessagePage;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody with an account of their own, and a session of one device.
 *
 * @param node where this person's calls go
 */
public record Person(String id, String username, String deviceId, String accessToken, String refreshToken, URI node) {

    public static final String PASSWORD = "correct horse";

    /** Registers under a name that nobody has. */
    public static Person registered() {
        return registered(Api.anonymous());
    }

    /** Registers at this node. */
    public static Person registered(Api api) {
        Map<String, String> body = Map.of("username", freshName(), "password", PASSWORD);
        return of(api.post("/auth/register", body).expect(201), api.server());
    }

    /** A further session, on another device. */
    public Person onAnotherDevice() {
        return of(login(Map.of()).expect(200), node);
    }

    /** A further login on a device of this id. */
    public Person onDevice(String device) {
        return of(login(Map.of("device", Map.of("id", device))).expect(200), node);
    }

    /** The same session, used at another node of the installation. */
    public Person at(URI otherNode) {
        return new Person(id, username, deviceId, accessToken, refreshToken, otherNode);
    }

    /** The session with new tokens. */
    public Person refreshed() {
        Map<String, String> body = Map.of("refreshToken", refreshToken);
        return of(Api.to(node).post("/auth/refresh", body).expect(200), node);
    }

    public Api api() {
        return Api.to(node).as(accessToken);
    }

    public static Answer refresh(String token) {
        return Api.anonymous().post("/auth/refresh", Map.of("refreshToken", token));
    }

    public static Person of(Answer session) {
        return of(session, Api.anonymous().server());
    }

    /** Whose session this is, used at this node. */
    public static Person of(Answer session, URI node) {
        return new Person(
                session.text("/user/id"),
                session.text("/user/username"),
                session.text("/device/id"),
                session.text("/accessToken"),
                session.text("/refreshToken"),
                node);
    }

    public static String freshName() {
        return "u-" + UUID.randomUUID().toString().substring(0, 23);
    }

    /** The direct conversation with the other, new or not. */
    public Conversation talksTo(Person other) {
        Answer answer = api().post("/conversations", Map.of("type", "direct", "members", List.of(other.id())));
        return answer.expect(answer.status() == 200 ? 200 : 201, Conversation.class);
    }

    /** A new group with these others. */
    public Conversation gathers(Person... others) {
        List<String> ids = Arrays.stream(others).map(Person::id).toList();
        return api().post("/conversations", Map.of("type", "group", "members", ids))
                .expect(201, Conversation.class);
    }

    public Conversation looksAt(String conversation) {
        return api().get("/conversations/" + conversation).expect(200, Conversation.class);
    }

    /** A part of the list; the query begins with a question mark, or is empty. */
    public ConversationPage lists(String query) {
        return api().get("/conversations" + query).expect(200, ConversationPage.class);
    }

    /** A new message that stands in the log. */
    public Message says(String conversation, String text) {
        return sends(conversation, Ids.next(), text).expect(201, Message.class);
    }

    /** The answer to a message with this id. */
    public Answer sends(String conversation, String id, String text) {
        return sends(conversation, message(id, text));
    }

    /** The answer to this body. */
    public Answer sends(String conversation, Object body) {
        return api().post("/conversations/" + conversation + "/messages", body);
    }

    /** A page of messages; the query begins with a question mark, or is empty. */
    public MessagePage readsMessages(String conversation, String query) {
        return api().get("/conversations/" + conversation + "/messages" + query).expect(200, MessagePage.class);
    }

    /** A page of entries; the query begins with a question mark, or is empty. */
    public EntryPage readsEntries(String conversation, String query) {
        return api().get("/conversations/" + conversation + "/entries" + query).expect(200, EntryPage.class);
    }

    /** Tells that this device has shown everything up to there. */
    public void reads(String conversation, long upTo) {
        marks(conversation, Map.of("read", upTo)).expect(204);
    }

    /** The answer to a report of marks. */
    public Answer marks(String conversation, Object body) {
        return api().put("/conversations/" + conversation + "/marks", body);
    }

    /** How far the members are. */
    public Marks seesMarks(String conversation) {
        return api().get("/conversations/" + conversation + "/marks").expect(200, Marks.class);
    }

    /** From now on blocks the other. */
    public void blocks(Person other) {
        asksToBlock(other.id()).expect(204);
    }

    public void unblocks(Person other) {
        asksToUnblock(other.id()).expect(204);
    }

    public Answer asksToBlock(String user) {
        return api().call("PUT", "/users/me/blocks/" + user);
    }

    public Answer asksToUnblock(String user) {
        return api().call("DELETE", "/users/me/blocks/" + user);
    }

    /** Whom this person has blocked. */
    public List<Block> seesBlocks() {
        return api().get("/users/me/blocks").expect(200, Blocks.class).blocks();
    }

    /** The body of a message without {@code sentAt}. */
    public static Map<String, Object> message(String id, String text) {
        return Map.of("id", id, "content", Map.of("type", "text", "text", text));
    }

    private Answer login(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("username", username);
        body.put("password", PASSWORD);
        return Api.to(node).post("/auth/login", body);
    }
}
