package io.parley.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.HarContentPolicy;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Contract;
import io.parley.acceptance.api.Frames;
import io.parley.acceptance.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * What a browser exchanges with the server, to be held against the API documents. It is the browser's own record (HAR 1.2, with
 * the frames of sockets as Chromium's tools add them).
 *
 * <p>Not on record are the frames of sockets that a test cuts, which go another way.
 */
final class Traffic {

    private static final String FRAMES = "_webSocketMessages";

    /** Fields that {@link HttpRequest} writes itself and lets nobody set. */
    private static final Set<String> OWN_FIELDS = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final Path record;

    private Traffic(Path record) {
        this.record = record;
    }

    /** That of the context that these options will make; it is on record from when the context is closed. */
    static Traffic recordedWith(Browser.NewContextOptions options) {
        Path record = Path.of("target", "browser-traffic", UUID.randomUUID() + ".har");
        options.setRecordHarPath(record).setRecordHarContent(HarContentPolicy.EMBED);
        return new Traffic(record);
    }

    /** Fails on what the documents do not allow, and on a browser that asked for nothing. */
    void hold() {
        List<JsonNode> entries =
                Json.read(content()).at("/log/entries").valueStream().toList();
        assertThat(entries).as("exchanges in " + record).isNotEmpty();
        entries.forEach(Traffic::hold);
    }

    private static void hold(JsonNode entry) {
        if (entry.path("_resourceType").asString("").equals("websocket")) {
            // One that found no server has none.
            entry.path(FRAMES).forEach(Traffic::holdFrame);
            return;
        }
        HttpRequest request = request(entry);
        Contract.sent(request);
        if (isAnswered(entry)) {
            Contract.check(request, answer(entry));
        }
    }

    private static void holdFrame(JsonNode message) {
        JsonNode frame = Json.read(message.get("data").asString());
        if (message.get("type").asString().equals("send")) {
            Frames.sent(frame);
        } else {
            Frames.received(frame);
        }
    }

    /** Whether the browser got the whole answer: a page that closes gives up on others. */
    private static boolean isAnswered(JsonNode entry) {
        JsonNode response = entry.get("response");
        return response.at("/content/size").asInt() >= 0 && !response.has("_failureText");
    }

    private String content() {
        try {
            return Files.readString(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest request(JsonNode entry) {
        JsonNode request = entry.get("request");
        JsonNode body = request.at("/postData/text");
        BodyPublisher publisher =
                body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.asString());
        HttpRequest.Builder described = HttpRequest.newBuilder(
                        URI.create(request.get("url").asString()))
                .method(request.get("method").asString(), publisher);
        fields(request, (name, value) -> {
            if (!OWN_FIELDS.contains(name.toLowerCase(Locale.ROOT))) {
                described.header(name, value);
            }
        });
        return described.build();
    }

    private static Answer answer(JsonNode entry) {
        JsonNode request = entry.get("request");
        JsonNode response = entry.get("response");
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields(response, (name, value) -> fields.computeIfAbsent(name, absent -> new ArrayList<>())
                .add(value));
        return new Answer(
                request.get("method").asString() + " " + request.get("url").asString(),
                response.get("status").asInt(),
                HttpHeaders.of(fields, (name, value) -> true),
                response.at("/content/text").asString(""));
    }

    private static void fields(JsonNode message, BiConsumer<String, String> each) {
        message.get("headers")
                .forEach(field -> each.accept(
                        field.get("name").asString(), field.get("value").asString()));
    }
}
