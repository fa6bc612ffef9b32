package io.parley.measure.parley;

import io.parley.measure.net.WebSocket;
import io.parley.measure.run.Chat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One user's socket: authenticates, asks for the heads, and hands on what comes. */
final class Client implements WebSocket.Listener {

    /** What the clients have in common. */
    interface Home {
        void frame(Client client, PushedFrame frame, long atNanos);

        void broken(int user, String why);
    }

    private final int user;
    private final String token;
    private final Home home;
    private @Nullable WebSocket socket;
    private boolean ready;

    Client(int user, String token, Home home) {
        this.user = user;
        this.token = token;
        this.home = home;
    }

    int user() {
        return user;
    }

    boolean isReady() {
        return ready;
    }

    WebSocket socket() {
        return Objects.requireNonNull(socket, "opened before it is used");
    }

    Chat.Traffic traffic() {
        WebSocket open = socket();
        return new Chat.Traffic(
                open.framesIn(),
                open.link().bytesIn(),
                open.framesOut(),
                open.link().bytesOut(),
                0,
                0);
    }

    void opening(WebSocket opening) {
        socket = opening;
    }

    @Override
    public void opened(WebSocket open) {
        open.send("{\"type\":\"authenticate\",\"token\":\"" + token + "\"}");
        open.send("{\"type\":\"resume\"}");
    }

    @Override
    public void text(byte[] bytes, int offset, int length, long atNanos) {
        PushedFrame frame = PushedFrame.read(bytes, offset, length);
        ready |= frame.type().equals("heads");
        home.frame(this, frame, atNanos);
    }

    @Override
    public void broken(String why) {
        home.broken(user, why);
    }
}
