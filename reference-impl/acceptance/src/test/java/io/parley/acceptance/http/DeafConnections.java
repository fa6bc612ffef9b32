package io.parley.acceptance.http;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Person;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections on which somebody asks and never reads what is answered. */
final class DeafConnections implements AutoCloseable {

    private static final int RECEIVE_BUFFER_BYTES = 8192;

    /** More than the operating system keeps for a connection. */
    private static final int KEPT_BYTES = 8 << 20;

    private final Person owner;
    private final List<Socket> sockets = new ArrayList<>();

    DeafConnections(Person owner) {
        this.owner = owner;
    }

    /** Opens one more and asks for this, again and again: for more than is kept, also if some requests are refused. */
    void ask(String path, int answerBytes) throws IOException {
        URI server = Installation.address();
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: parley\r\nAuthorization: Bearer " + owner.accessToken()
                + "\r\n\r\n";
        int times = 3 * (KEPT_BYTES / answerBytes + 1);
        socket.getOutputStream().write(request.repeat(times).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
