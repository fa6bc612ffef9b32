package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client's WebSocket: keeps every frame that came, in order, each held against the AsyncAPI document ({@link Frames}). Waiting ends
 * with a failure after half a minute, or at once when the socket closes. Thread-safe.
 */
public final class LiveSocket implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebSocket connection;
    private final List<JsonNode> frames = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable Integer closeCode;
    private @Nullable Throwable failure;

    private LiveSocket(URI node) {
        URI address = URI.create(node.toString().replaceFirst("http", "ws") + "/ws");
        connection = CLIENT.newWebSocketBuilder().buildAsync(address, this).join();
    }

    /** A socket of nobody yet. */
    public static LiveSocket to(URI node) {
        return new LiveSocket(node);
    }

    /** A socket that speaks for this person's device. */
    public static LiveSocket of(Person person) {
        LiveSocket socket = to(person.node());
        socket.authenticate(person.accessToken());
        return socket;
    }

    /** Authenticates and waits for the answer. */
    public JsonNode authenticate(String token) {
        int before = received();
        send(Map.of("type", "authenticate", "token", token));
        return await(before, ofType("authenticated"));
    }

    /** A frame as the document has it. */
    public void send(Map<String, ?> frame) {
        send(Frames.sent(Json.read(Json.text(frame))).toString());
    }

    /** Any text, also what no honest client would send. */
    public void send(String text) {
        synchronized (connection) {
            connection.sendText(text, true).join();
        }
    }

    public void sendBinary(byte[] bytes) {
        synchronized (connection) {
            connection.sendBinary(ByteBuffer.wrap(bytes), true).join();
        }
    }

    /** Sends a message by frame; the answer is {@link #answerTo}. */
    public void sendMessage(String conversation, String id, String text) {
        send(Map.of(
                "type",
                "send",
                "conversationId",
                conversation,
                "id",
                id,
                "content",
                Map.of("type", "text", "text", text)));
    }

    /** Tells how far this device is; nothing answers but what is pushed to all, or a problem. */
    public void mark(String conversation, Map<String, ?> marks) {
        Map<String, Object> frame = new HashMap<>(marks);
        frame.put("type", "mark");
        frame.put("conversationId", conversation);
        send(frame);
    }

    /** The accepted, refused or unknown frame for a message of this id. */
    public JsonNode answerTo(String id) {
        return await(isAnswer().and(frame -> frame.get("id").asString().equals(id)));
    }

    /** Pings; whatever the server had sent before its pong is then among the frames. */
    public JsonNode ping() {
        int before = received();
        send(Map.of("type", "ping"));
        return await(before, ofType("pong"));
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        return await(0, wanted);
    }

    /** The first such frame from this position on. */
    public synchronized JsonNode await(int from, Predicate<JsonNode> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int seen = from; ; seen++) {
            while (seen >= frames.size() && failure == null) {
                assertThat(closeCode)
                        .as("the socket's end, with frames %s", frames)
                        .isNull();
                waitUntil(deadline);
            }
            assertThat(failure).isNull();
            if (wanted.test(frames.get(seen))) {
                return frames.get(seen);
            }
        }
    }

    /** The entry of this message, as it was pushed. */
    public JsonNode awaitEntry(String id) {
        return await(
                ofType("entry").and(frame -> frame.at("/entry/id").asString().equals(id)));
    }

    /** The code with which the server closed. */
    public synchronized int awaitClose() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (closeCode == null) {
            assertThat(failure).isNull();
            waitUntil(deadline);
        }
        return closeCode;
    }

    /** Waits a little for the end; true once it has come. */
    public synchronized boolean hasClosedWithin(Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (closeCode == null && System.nanoTime() < deadline) {
            waitForChange(deadline);
        }
        return closeCode != null;
    }

    public synchronized boolean isClosed() {
        return closeCode != null;
    }

    /** How many frames have come. */
    public synchronized int received() {
        return frames.size();
    }

    public synchronized List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    public static Predicate<JsonNode> ofType(String type) {
        return frame -> frame.get("type").asString().equals(type);
    }

    public static Predicate<JsonNode> isAnswer() {
        return ofType("accepted").or(ofType("refused")).or(ofType("unknown"));
    }

    @Override
    public void close() {
        connection.abort();
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode frame = Json.read(part.toString());
            part.setLength(0);
            try {
                frames.add(Frames.received(frame));
            } catch (AssertionError e) {
                failure = e;
            }
            notifyAll();
        }
        socket.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closeCode = code;
        if (!SocketDocument.committed().closeCodes().containsKey(code)) {
            failure = new AssertionError("closed with " + code + ", which the AsyncAPI document does not have");
        }
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket socket, Throwable error) {
        failure = error;
        notifyAll();
    }

    private void waitUntil(long deadline) {
        if (System.nanoTime() >= deadline) {
            throw new AssertionError("nothing of the kind came; frames " + frames);
        }
        waitForChange(deadline);
    }

    private void waitForChange(long deadline) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, deadline - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
