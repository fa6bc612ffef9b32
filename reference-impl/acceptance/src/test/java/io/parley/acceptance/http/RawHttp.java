package io.parley.acceptance.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Bytes over a socket, for requests that no HTTP client would send. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private RawHttp() {}

    /** The status line, the header fields and the body of a refusal, as text, after it was held against the documents. */
    static String exchange(String request) throws IOException {
        URI server = Installation.address();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return refusal(request, socket, socket.getInputStream());
        }
    }

    /** The same of what was sent already. */
    static String refusal(String request, Socket socket, InputStream in) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        String head = head(in);
        String body = new String(body(in, head), StandardCharsets.UTF_8);
        String[] line = request.split("[ \r\n]", 3);
        int status = Integer.parseInt(head.split(" ", 3)[1]);
        Answer answer = new Answer(line[0] + " " + line[1], status, fields(head), body);
        Contract.checkRefusal(line[0], line[1], answer);
        return head + body;
    }

    private static HttpHeaders fields(String head) {
        Map<String, List<String>> fields = head.lines()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(": *", 2))
                .collect(groupingBy(field -> field[0], mapping(field -> field[1], toList())));
        return HttpHeaders.of(fields, (name, value) -> true);
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
