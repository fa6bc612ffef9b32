package io.parley.acceptance.http;

import io.parley.acceptance.Installation;
import io.parley.limits.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A login that declares the largest body there may be, sends its first byte, and holds what it got of the server. */
final class LoginWithoutBody implements Closeable {

    private static final int ANSWER_MILLIS = 500;
    private static final String START = "POST /auth/login HTTP/1.1\r\n";

    private final Socket socket = new Socket();

    private LoginWithoutBody() {}

    /** @param address one of this machine's, which the server takes for the sender's */
    static LoginWithoutBody from(String address) throws IOException {
        LoginWithoutBody login = new LoginWithoutBody();
        URI server = Installation.address();
        try {
            login.socket.bind(new InetSocketAddress(address, 0));
            login.socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            login.send(START + "Host: parley\r\nContent-Type: application/json\r\n" + "Content-Length: "
                    + Limits.packaged().http().bodyBytesMax() + "\r\n\r\n{");
            return login;
        } catch (IOException e) {
            login.close();
            throw e;
        }
    }

    /** A further byte of its body. */
    void drip() throws IOException {
        send(" ");
    }

    /** The answer, held against the documents; nothing if none begins for a moment. */
    String answer() throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        PushbackInputStream in = new PushbackInputStream(socket.getInputStream());
        try {
            int first = in.read();
            if (first < 0) {
                return "";
            }
            in.unread(first);
        } catch (SocketTimeoutException nothingYet) {
            return "";
        }
        return RawHttp.refusal(START, socket, in);
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
