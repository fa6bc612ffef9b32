package io.parley.acceptance.api;

import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Forms.ConversationPage;
import io.parley.acceptance.api.Forms.EntryPage;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Forms.MessagePage;
import io.parley.acceptance.api.Forms.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registered user with one session, at one node. Immutable. */
public final class Person {

    /** The password of everybody who registers here. */
    public static final String PASSWORD = "correct horse battery";

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Api api;
    private final Session session;

    private Person(Api api, Session session) {
        this.api = api;
        this.session = session;
    }

    /** Somebody new, with a random name, at the shared installation. */
    public static Person registers() {
        return registers(Api.shared());
    }

    public static Person registers(Api api) {
        Map<String, String> body = Map.of("username", Ids.username(), "password", PASSWORD);
        return new Person(api, api.send(Call.post("/auth/register", body)).as(CREATED, Session.class));
    }

    /** The same user on one more device. */
    public Person logsInAgain() {
        return logsInAt(api);
    }

    /** The same user on one more device, at a node of the same installation. */
    public Person logsInAt(Api node) {
        Map<String, String> body = Map.of("username", session.user().username(), "password", PASSWORD);
        return new Person(node, node.send(Call.post("/auth/login", body)).as(OK, Session.class));
    }

    public Api api() {
        return api;
    }

    public Session session() {
        return session;
    }

    public String id() {
        return session.user().id();
    }

    public String token() {
        return session.accessToken();
    }

    /** Sends a request in this person's name. */
    public Answer does(Call call) {
        return api.send(call.by(token()));
    }

    /** The direct conversation with the other, new or not. */
    public Conversation talksTo(Person other) {
        Answer answer = does(Call.post("/conversations", Map.of("type", "direct", "members", List.of(other.id()))));
        return answer.as(answer.status() == OK ? OK : CREATED, Conversation.class);
    }

    /** A new group with these others. */
    public Conversation gathers(Person... others) {
        List<String> ids = new ArrayList<>();
        for (Person other : others) {
            ids.add(other.id());
        }
        return does(Call.post("/conversations", Map.of("type", "group", "members", ids)))
                .as(CREATED, Conversation.class);
    }

    public Conversation looksAt(String conversation) {
        return does(Call.get("/conversations/" + conversation)).as(OK, Conversation.class);
    }

    public ConversationPage lists(@Nullable String cursor, @Nullable Integer limit) {
        return does(Call.get("/conversations").query("cursor", cursor).query("limit", limit))
                .as(OK, ConversationPage.class);
    }

    /** A new message that stands in the log. */
    public Message says(String conversation, String text) {
        return sends(conversation, Ids.next(), text).as(CREATED, Message.class);
    }

    /** The answer to a message with this id. */
    public Answer sends(String conversation, String id, String text) {
        return does(Call.post("/conversations/" + conversation + "/messages", message(id, text)));
    }

    public MessagePage readsMessages(String conversation, Map<String, ?> range) {
        return reads(conversation, "messages", range).as(OK, MessagePage.class);
    }

    public EntryPage readsEntries(String conversation, Map<String, ?> range) {
        return reads(conversation, "entries", range).as(OK, EntryPage.class);
    }

    private Answer reads(String conversation, String what, Map<String, ?> range) {
        Call call = Call.get("/conversations/" + conversation + "/" + what);
        for (Map.Entry<String, ?> parameter : range.entrySet()) {
            call = call.query(parameter.getKey(), parameter.getValue());
        }
        return does(call);
    }

    /** The body of a message without {@code sentAt}. */
    public static Map<String, Object> message(String id, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("content", Map.of("type", "text", "text", text));
        return body;
    }
}
