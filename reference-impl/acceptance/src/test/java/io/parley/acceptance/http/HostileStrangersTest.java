package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Somebody without a token, at a few addresses, takes all that is given: requests whose bodies come by drips, or never. */
@Order(6)
@Isolated("while it holds what it can, others at this machine's address get very little")
@Verifies({"API-2", "USR-2"})
class HostileStrangersTest {

    private static final Limits.Http LIMITS = Limits.packaged().http();

    /** All of 127.0.0.0/8 is this machine; everybody else comes from 127.0.0.1. */
    private static final List<String> THEIR_ADDRESSES = List.of("127.0.0.2", "127.0.0.3", "127.0.0.4");

    private static final int MORE = 8;
    private static final int ANSWER_MILLIS = 500;

    private final Person ann = Person.registered();
    private final List<Socket> hostile = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : hostile) {
            socket.close();
        }
    }

    @Test
    void keepNobodyAtAnotherAddressFromLoggingInAndRefreshing() throws IOException {
        for (String address : THEIR_ADDRESSES) {
            for (int i = 0; i < LIMITS.requestsOfAddressMax() + MORE; i++) {
                askWithoutBody(address);
            }
            await().untilAsserted(
                            () -> assertThat(statusOf(askWithoutBody(address))).startsWith("HTTP/1.1 429 "));
        }

        // Each of these fails if it is refused.
        ann.onAnotherDevice();
        Person refreshed = ann.refreshed();
        try (LiveSocket socket = LiveSocket.of(refreshed)) {
            socket.ping();
        }
        assertThat(Person.registered().id()).isNotEmpty();
    }

    @Test
    void areCutWhenTheirBodiesTrickle() throws IOException {
        Socket trickling = askWithoutBody(THEIR_ADDRESSES.get(0));
        String status = statusOf(trickling);
        for (int i = 0; i < 200 && status.isEmpty(); i++) {
            trickling.getOutputStream().write(' ');
            status = statusOf(trickling);
        }

        assertThat(status).startsWith("HTTP/1.1 408 ");
    }

    /** Up to the end of its status line; nothing if no answer comes for a moment. */
    private static String statusOf(Socket socket) throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        StringBuilder line = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0 && next != '\r';
                    next = socket.getInputStream().read()) {
                line.append((char) next);
            }
        } catch (SocketTimeoutException nothingYet) {
            return "";
        }
        return line.toString();
    }

    private Socket askWithoutBody(String address) throws IOException {
        URI server = Installation.address();
        Socket socket = new Socket();
        hostile.add(socket);
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        String request = "POST /auth/login HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + LIMITS.bodyBytesMax() + "\r\n\r\n{";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
