package io.parley.acceptance.crash;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.acceptance.api.Contract;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the contract that a client needs, as one user. Thread-safe. */
final class Rest {

    /** One page of {@code …/entries}. */
    record Page(List<LogEntry> entries, boolean more) {}

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 200;

    private final HttpClient http;
    private final URI address;
    private final UserId user;
    private final String token;

    private Rest(HttpClient http, URI address, UserId user, String token) {
        this.http = http;
        this.address = address;
        this.user = user;
        this.token = token;
    }

    /** A new account with a random name. */
    static Rest register(URI address) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ObjectNode body = JSON.createObjectNode()
                .put("username", "u" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 60), 36))
                .put("password", "correct horse " + ThreadLocalRandom.current().nextLong());
        JsonNode session = answer(
                exchange(http, request(address, "/auth/register", null, body)).join(), 201);
        return new Rest(
                http,
                address,
                UserId.parse(session.required("user").required("id").asString()),
                session.required("accessToken").asString());
    }

    UserId user() {
        return user;
    }

    String token() {
        return token;
    }

    URI socketAddress() {
        return URI.create("ws" + address.toString().substring("http".length()) + "/ws");
    }

    ConversationId createGroup(List<UserId> others) {
        return create("group", others);
    }

    ConversationId createDirect(UserId other) {
        return create("direct", List.of(other));
    }

    private ConversationId create(String type, List<UserId> others) {
        ObjectNode body = JSON.createObjectNode()
                .put("id", UuidCreator.getTimeOrderedEpoch().toString())
                .put("type", type);
        ArrayNode members = body.putArray("members");
        others.forEach(other -> members.add(other.toString()));
        if (type.equals("group")) {
            body.put("title", "Under fire");
        }
        JsonNode made = answer(
                exchange(http, request(address, "/conversations", token, body)).join(), 201);
        return ConversationId.parse(made.required("id").asString());
    }

    /** The entries after this position, at most one page; the future fails when there is no proper answer. */
    CompletableFuture<Page> entriesAfter(ConversationId conversation, Seq after) {
        String path = "/conversations/" + conversation + "/entries?limit=" + PAGE + "&after=" + after;
        return exchange(http, request(address, path, token, null)).thenApply(response -> {
            JsonNode page = answer(response, 200);
            List<LogEntry> entries = new ArrayList<>();
            page.required("entries").forEach(entry -> entries.add(LogEntry.read(entry)));
            return new Page(entries, page.required("more").asBoolean());
        });
    }

    /** Every page, from the first entry on. */
    List<LogEntry> allEntries(ConversationId conversation) {
        List<LogEntry> all = new ArrayList<>();
        Page page = entriesAfter(conversation, Seq.NONE).join();
        all.addAll(page.entries());
        while (page.more()) {
            page = entriesAfter(conversation, all.get(all.size() - 1).seq()).join();
            all.addAll(page.entries());
        }
        return all;
    }

    /** Every page of the user's list: the head that it shows for each conversation. */
    Map<ConversationId, Seq> listedHeads() {
        Map<ConversationId, Seq> heads = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = answer(
                    exchange(http, request(address, "/conversations?limit=" + PAGE + cursor, token, null))
                            .join(),
                    200);
            page.required("conversations")
                    .forEach(listed -> heads.put(
                            ConversationId.parse(listed.required("id").asString()),
                            new Seq(listed.required("headSeq").asLong())));
            JsonNode next = page.get("next");
            cursor = next == null ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return heads;
    }

    private static CompletableFuture<HttpResponse<String>> exchange(HttpClient http, HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            Contract.check(response);
            return response;
        });
    }

    private static HttpRequest request(URI address, String path, @Nullable String token, @Nullable ObjectNode body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return request.build();
    }

    private static JsonNode answer(HttpResponse<String> response, int expected) {
        if (response.statusCode() != expected) {
            throw new IllegalStateException(
                    response.request().uri().getPath() + " answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
