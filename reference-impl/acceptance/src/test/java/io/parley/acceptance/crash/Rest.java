package io.parley.acceptance.crash;

import static org.awaitility.Awaitility.await;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Forms.ConversationPage;
import io.parley.acceptance.api.Forms.EntryPage;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Person;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * The calls of the contract that a client needs, as one user. What prepares a round and what judges it is asked again while the
 * server cannot answer; what is part of it is answered once. Thread-safe.
 */
final class Rest {

    private static final int PAGE = Limits.packaged().page().entriesMax();
    private static final int UNAVAILABLE = 503;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Person person;

    private Rest(Person person) {
        this.person = person;
    }

    /** A new account with a random name. */
    static Rest register(URI address) {
        Answer session = answered(() -> Api.to(address)
                .post("/auth/register", Map.of("username", Person.freshName(), "password", Person.PASSWORD)));
        return new Rest(Person.of(session.expect(201), address));
    }

    UserId user() {
        return UserId.parse(person.id());
    }

    String token() {
        return person.accessToken();
    }

    URI socketAddress() {
        return URI.create("ws" + person.node().toString().substring("http".length()) + "/ws");
    }

    ConversationId createGroup(List<Rest> others) {
        List<String> members = others.stream().map(other -> other.person.id()).toList();
        return create(Map.of("id", Ids.next(), "type", "group", "members", members));
    }

    ConversationId createDirect(Rest other) {
        return create(Map.of("type", "direct", "members", List.of(other.person.id())));
    }

    /** The same body again makes no other one. */
    private ConversationId create(Map<String, ?> body) {
        Answer answer = answered(() -> person.api().post("/conversations", body));
        return ConversationId.parse(answer.expect(answer.status() == 200 ? 200 : 201, Conversation.class)
                .id());
    }

    /** The entries after this position, at most one page; the future fails when the server cannot answer now. */
    CompletableFuture<List<LogEntry>> entriesAfter(ConversationId conversation, Seq after) {
        Api api = person.api();
        String path = "/conversations/" + conversation + "/entries" + after(after);
        return api.start(api.request(path).GET()).thenApply(Rest::entries);
    }

    /** Answers however it is answered. */
    CompletableFuture<Answer> looking(ConversationId conversation, String what) {
        Api api = person.api();
        return api.start(api.request("/conversations/" + conversation + what).GET());
    }

    /** Answers however it is answered. */
    CompletableFuture<Answer> sending(ConversationId conversation, String id, String text) {
        Api api = person.api();
        return api.start(api.posting("/conversations/" + conversation + "/messages", Person.message(id, text)));
    }

    /** Every page, from the first entry on. */
    List<LogEntry> allEntries(ConversationId conversation) {
        List<LogEntry> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            Seq last = all.isEmpty() ? Seq.NONE : all.get(all.size() - 1).seq();
            EntryPage page = got("/conversations/" + conversation + "/entries" + after(last), EntryPage.class);
            page.entries().forEach(entry -> all.add(LogEntry.read(entry)));
            more = page.more();
        }
        return all;
    }

    /** Every page of the user's list: the head that it shows for each conversation. */
    Map<ConversationId, Seq> listedHeads() {
        Map<ConversationId, Seq> heads = new HashMap<>();
        String cursor = "";
        while (cursor != null) {
            ConversationPage page = got("/conversations?limit=" + PAGE + cursor, ConversationPage.class);
            page.conversations()
                    .forEach(listed -> heads.put(ConversationId.parse(listed.id()), new Seq(listed.headSeq())));
            cursor = page.next() == null ? null : "&cursor=" + page.next();
        }
        return heads;
    }

    private <T> T got(String path, Class<T> form) {
        return answered(() -> person.api().get(path)).expect(200, form);
    }

    /** The first answer but that it cannot be given now. */
    private static Answer answered(Callable<Answer> call) {
        return await("an answer")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(call, answer -> answer.status() != UNAVAILABLE);
    }

    private static String after(Seq seq) {
        return "?limit=" + PAGE + "&after=" + seq;
    }

    private static List<LogEntry> entries(Answer answer) {
        if (answer.status() == UNAVAILABLE) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.expect(200, EntryPage.class).entries().stream()
                .map(LogEntry::read)
                .toList();
    }
}
