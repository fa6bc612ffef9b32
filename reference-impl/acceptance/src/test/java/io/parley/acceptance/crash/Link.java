package io.parley.acceptance.crash;

import io.parley.acceptance.api.Frames;
import io.parley.acceptance.api.Json;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An authenticated WebSocket that is made again, with jittered back-off, whenever it is gone. All its methods are called on
 * the client's loop, and so is the owner.
 */
final class Link {

    /** Who uses the link. */
    interface Owner {

        /** From here on the link is live. */
        void authenticated();

        /** Any frame but that one. */
        void received(JsonNode frame);

        /** It may not have been live. */
        void disconnected();
    }

    /** Nothing was heard for so long, although pings are answered: the other side is gone without a word. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(8);

    private static final int MALFORMED = 4400;
    private static final int UNAUTHENTICATED = 4401;

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Rest rest;
    private final Loop loop;
    private final Owner owner;
    private final BackOff backOff;
    private @Nullable Socket socket;
    private boolean wanted;
    private boolean live;

    /** @param rest whose account speaks */
    Link(Rest rest, Loop loop, Owner owner, BackOff backOff) {
        this.rest = rest;
        this.loop = loop;
        this.owner = owner;
        this.backOff = backOff;
    }

    void open() {
        wanted = true;
        connect();
    }

    void close() {
        wanted = false;
        drop(socket);
    }

    /** What is sent while there is no connection is lost: the owner hears of the next one. */
    void send(Map<String, ?> frame) {
        if (socket != null) {
            socket.send(Frames.sent(Json.read(Json.text(frame))).toString());
        }
    }

    /** Whether the server knows on this connection who speaks. */
    boolean isLive() {
        return live;
    }

    /** To be called now and then. */
    void cutIfSilent() {
        if (socket != null && System.nanoTime() - socket.heardNanos > SILENCE_MAX.toNanos()) {
            drop(socket);
        }
    }

    private void connect() {
        Socket mine = new Socket();
        socket = mine;
        var unused = http.newWebSocketBuilder()
                .connectTimeout(CONNECT_MAX)
                .buildAsync(rest.socketAddress(), mine)
                .whenComplete((opened, failure) -> loop.run(() -> {
                    if (failure != null) {
                        drop(mine);
                    } else if (mine != socket) {
                        opened.abort();
                    } else {
                        mine.sending = CompletableFuture.completedFuture(opened);
                        mine.opened = opened;
                        send(Map.of("type", "authenticate", "token", rest.token()));
                    }
                }));
    }

    private void drop(@Nullable Socket gone) {
        if (gone == null || gone != socket) {
            return;
        }
        socket = null;
        live = false;
        if (gone.opened != null) {
            gone.opened.abort();
            owner.disconnected();
        }
        if (wanted) {
            loop.after(backOff.next(), () -> {
                if (wanted && socket == null) {
                    connect();
                }
            });
        }
    }

    private void received(JsonNode frame) {
        if (frame.required("type").asString().equals("authenticated")) {
            live = true;
            // The next failure is the first one again.
            backOff.reset();
            owner.authenticated();
        } else {
            owner.received(frame);
        }
    }

    /** One connection; the parent ignores what an earlier one still says. */
    private final class Socket implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();
        private long heardNanos = System.nanoTime();
        private @Nullable WebSocket opened;
        private CompletableFuture<WebSocket> sending = new CompletableFuture<>();

        /** One frame after the other: the JDK refuses a second one before the first has left. */
        void send(String frame) {
            sending = sending.thenCompose(open -> open.sendText(frame, true));
            var unused = sending.whenComplete((done, failure) -> {
                if (failure != null) {
                    loop.run(() -> drop(this));
                }
            });
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode frame = Json.read(text.toString());
                text.setLength(0);
                hear(Frames.received(frame));
            }
            open.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
            loop.run(() -> {
                drop(this);
                if (code == UNAUTHENTICATED || code == MALFORMED) {
                    throw new IllegalStateException("the server closed with " + code + ": the client did wrong");
                }
            });
            return null;
        }

        @Override
        public void onError(WebSocket open, Throwable failure) {
            loop.run(() -> drop(this));
        }

        private void hear(JsonNode frame) {
            loop.run(() -> {
                if (this == socket) {
                    heardNanos = System.nanoTime();
                    received(frame);
                }
            });
        }
    }
}
