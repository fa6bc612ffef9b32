package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody asks for pages of the longest texts, many at once, and reads none: each is in memory until it has left. */
@Verifies({"MSG-4", "API-2"})
class UnreadPagesTest {

    private static final Limits LIMITS = Limits.packaged();
    private static final int MORE = 4;

    /** Each of its characters is six in JSON. */
    private static final String TEXT = "\u0001".repeat(LIMITS.message().textBytesMax());

    /** Asked for by each of them: more than the operating system keeps for a connection. */
    private static final int BYTES = 8 << 20;

    private static final int RECEIVE_BUFFER_BYTES = 8192;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person eve = Person.registered();
    private final Person ann = Person.registered();
    private final String path = "/conversations/" + eve.talksTo(ann).id() + "/messages";
    private final List<Socket> deaf = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : deaf) {
            socket.close();
        }
    }

    @Test
    void holdNoMoreThanOneUsersPart() throws IOException {
        for (int i = 0; i < 3; i++) {
            eve.says(path.split("/", -1)[2], TEXT);
        }
        int length = eve.api().get(path).expect(200).body().length();
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: parley\r\nAuthorization: Bearer " + eve.accessToken() + "\r\n\r\n";
        byte[] requests = request.repeat(BYTES / length + 1).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < LIMITS.page().inWorkOfUserMax() + MORE; i++) {
            ask(requests);
        }

        Answer refused = await().atMost(PATIENCE).until(() -> eve.api().get(path), answer -> answer.status() != 200);
        assertThat(refused.problem()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        // What needs no page goes on, and so do others.
        assertThat(eve.api().get("/users/me").status()).isEqualTo(200);
        assertThat(ann.api().get(path).expect(200).body()).hasSize(length);
    }

    private void ask(byte[] requests) throws IOException {
        URI server = Installation.address();
        Socket socket = new Socket();
        deaf.add(socket);
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.getOutputStream().write(requests);
    }
}
