package io.parley.acceptance.http;

import io.parley.acceptance.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes over a socket, for requests that no HTTP client would send. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private RawHttp() {}

    /** The status line, the header fields and the body, as text. */
    static String exchange(String request) throws IOException {
        URI server = Installation.address();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            String head = head(in);
            return head + new String(body(in, head), StandardCharsets.UTF_8);
        }
    }

    /** Of a declared length, in one chunk, or up to the end of the connection. */
    private static byte[] body(InputStream in, String head) throws IOException {
        if (head.contains("\r\nTransfer-Encoding: chunked\r\n")) {
            return in.readNBytes(Integer.parseInt(line(in).strip(), 16));
        }
        return head.contains("\r\nContent-Length: ") ? in.readNBytes(lengthIn(head)) : in.readAllBytes();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\n") < 0) {
            line.append((char) in.read());
        }
        return line.toString();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int lengthIn(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }
}
