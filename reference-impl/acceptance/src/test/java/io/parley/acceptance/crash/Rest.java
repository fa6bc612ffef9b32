package io.parley.acceptance.crash;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Forms.ConversationPage;
import io.parley.acceptance.api.Forms.EntryPage;
import io.parley.acceptance.api.Person;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The calls of the contract that a client needs, as one user. Thread-safe. */
final class Rest {

    private static final int PAGE = 200;

    private final Person person;

    private Rest(Person person) {
        this.person = person;
    }

    /** A new account with a random name. */
    static Rest register(URI address) {
        return new Rest(Person.registered(Api.to(address)));
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
        Person[] members = others.stream().map(other -> other.person).toArray(Person[]::new);
        return ConversationId.parse(person.gathers(members).id());
    }

    ConversationId createDirect(Rest other) {
        return ConversationId.parse(person.talksTo(other.person).id());
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
            EntryPage page = person.readsEntries(conversation.toString(), after(last));
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
            ConversationPage page = person.lists("?limit=" + PAGE + cursor);
            page.conversations()
                    .forEach(listed -> heads.put(ConversationId.parse(listed.id()), new Seq(listed.headSeq())));
            cursor = page.next() == null ? null : "&cursor=" + page.next();
        }
        return heads;
    }

    private static String after(Seq seq) {
        return "?limit=" + PAGE + "&after=" + seq;
    }

    private static List<LogEntry> entries(Answer answer) {
        if (answer.status() == 503) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.expect(200, EntryPage.class).entries().stream()
                .map(LogEntry::read)
                .toList();
    }
}
