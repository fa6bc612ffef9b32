package io.parley.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Verifies("USR-2")
class SessionEndTest {

    private static final int NO_LONGER_AUTHENTICATED = 4401;
    private static final int PATIENCE_SECONDS = 30;

    private final Person ann = Person.registered();

    @Test
    void refusesTheTokensAtOnceAfterLogout() {
        Person laptop = ann.onAnotherDevice();
        ann.api().get("/users/me").expect(200);

        ann.api().call("POST", "/auth/logout").expect(204);

        ann.api().get("/users/me").expectProblem(401, "unauthenticated");
        ann.api().call("POST", "/auth/logout").expectProblem(401, "unauthenticated");
        Person.refresh(ann.refreshToken()).expectProblem(401, "refresh-refused");
        laptop.api().get("/users/me").expect(200);
    }

    @Test
    void closesTheDevicesSocketsOnLogout() throws Exception {
        Socket phone = Socket.of(ann);
        Socket laptop = Socket.of(ann.onAnotherDevice());

        ann.api().call("POST", "/auth/logout").expect(204);

        assertThat(phone.closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(NO_LONGER_AUTHENTICATED);
        assertThat(laptop.closed).isNotDone();
        laptop.end();
    }

    @Test
    void closesTheDevicesSocketsWhenItLogsInAnew() throws Exception {
        Socket before = Socket.of(ann);

        ann.onDevice(ann.deviceId());

        assertThat(before.closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(NO_LONGER_AUTHENTICATED);
    }

    /** An authenticated connection that waits for its end. */
    private static final class Socket implements WebSocket.Listener {

        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable WebSocket connection;

        static Socket of(Person person) throws Exception {
            Socket socket = new Socket();
            URI address = URI.create(Installation.address().toString().replaceFirst("http", "ws") + "/ws");
            WebSocket connection = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, socket)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            socket.connection = connection;
            connection
                    .sendText("{\"type\":\"authenticate\",\"token\":\"" + person.accessToken() + "\"}", true)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(socket.first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("\"authenticated\"");
            return socket;
        }

        void end() {
            if (connection != null) {
                connection.abort();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                first.complete(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
