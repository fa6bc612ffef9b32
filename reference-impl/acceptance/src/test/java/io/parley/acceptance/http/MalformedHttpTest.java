package io.parley.acceptance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Api;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Verifies("API-2")
class MalformedHttpTest {

    private static final String HOST = "Host: parley\r\n";
    private static final String END = "\r\n";
    private static final int HEADER_BYTES_MAX = Limits.packaged().http().headerBytesMax();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%ff%fe",
                "/%00",
                "/a%2f..%2fb",
                "/../etc/passwd",
                "/users/../../x",
                "/users;x=1/me",
                "//users/me",
                "/a\\b"
            })
    void answersABadAddress(String address) throws IOException {
        expect("GET " + address + " HTTP/1.1\r\n" + HOST + END, 400, "malformed-request");
    }

    /** A bar stands for the end of a line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001\u0000garbage||",
                "G@T / HTTP/1.1|Host: parley||",
                "GET / HTTP/1.1||",
                "GET / HTTP/1.1|Host: a b||",
                "GET / HTTP/1.1|Host: parley|no colon||",
                "GET / HTTP/1.1|Host: parley|a b: c||",
                "POST /auth/login HTTP/1.1|Host: parley|Content-Length: abc||",
                "POST /auth/login HTTP/1.1|Host: parley|Content-Length: -1||",
                "POST /auth/login HTTP/1.1|Host: parley|Content-Length: 1|Content-Length: 2||ab",
                "POST /auth/login HTTP/1.1|Host: parley|Content-Length: 1|Transfer-Encoding: chunked||0||",
                "POST /auth/login HTTP/1.1|Host: parley|Transfer-Encoding: chunked||no length|abc|",
                "POST /auth/login HTTP/1.1|Host: parley|Transfer-Encoding: unknown||"
            })
    void answersWhatIsNoHttp(String request) throws IOException {
        expect(request.replace("|", "\r\n"), 400, "malformed-request");
    }

    @Test
    void answersAnUnknownVersion() throws IOException {
        expect("GET / HTTP/3.7\r\n" + HOST + END, 505, "http-version-not-supported");
    }

    @Test
    void refusesTraceAndConnect() throws IOException {
        String answer = expect("TRACE / HTTP/1.1\r\n" + HOST + "Secret: s3cret\r\n" + END, 405, "method-not-allowed");

        assertThat(answer).contains("\r\nAllow: DELETE, GET,").doesNotContain("s3cret");
        expect("CONNECT parley:80 HTTP/1.1\r\n" + HOST + END, 405, "method-not-allowed");
    }

    @Test
    void refusesAnUnknownMethod() throws IOException {
        String answer = expect("BREW / HTTP/1.1\r\n" + HOST + END, 405, "method-not-allowed");

        assertThat(answer).contains("\r\nAllow: DELETE, GET,");
    }

    @Test
    void refusesAnUnknownExpectation() throws IOException {
        expect(
                "POST /auth/login HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n"
                        + "Content-Length: 2\r\nExpect: pizza\r\n\r\n{}",
                417,
                "expectation-failed");
    }

    @Test
    void takesHeaderFieldsUpToTheirLimit() throws IOException {
        String start = "GET /users/me HTTP/1.1\r\n" + HOST + "X: ";
        int room = HEADER_BYTES_MAX - start.length() - 4;

        expect(start + "x".repeat(room - 64) + END + END, 401, "unauthenticated");
        expect(start + "x".repeat(room + 64) + END + END, 431, "headers-too-large");
    }

    @Test
    void refusesAnAddressThatIsTooLong() throws IOException {
        expect("GET /" + "x".repeat(HEADER_BYTES_MAX) + " HTTP/1.1\r\n" + HOST + END, 414, "uri-too-long");
    }

    /** Of the body that was announced, nothing or a part comes; all wait at the same time. */
    @Test
    void doesNotWaitForeverForABody() {
        List<CompletableFuture<Void>> waiting = Stream.of(
                        "Content-Length: 20||", "Content-Length: 20||{", "Transfer-Encoding: chunked||1|{|")
                .map(rest -> "POST /auth/login HTTP/1.1|Host: parley|Content-Type: application/json|" + rest)
                .map(request -> CompletableFuture.runAsync(() -> timesOut(request.replace("|", "\r\n"))))
                .toList();

        waiting.forEach(CompletableFuture::join);
    }

    private static void timesOut(String request) {
        try {
            expect(request, 408, "request-timeout");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1"})
    void takesARequestWithoutALengthForOneWithoutABody(String version) throws IOException {
        expect(
                "POST /auth/login HTTP/" + version + "\r\n" + HOST + "Content-Type: application/json\r\n" + END + "{}",
                400,
                "malformed-request");
    }

    @Test
    void refusesARangeBeyondAFileAndTellsItsLength() throws IOException {
        for (String file : List.of("/spec/index.html", "/")) {
            int length = Api.anonymous().get(file).expect(200).body().getBytes(UTF_8).length;

            assertThat(expect(
                            "GET " + file + " HTTP/1.1\r\n" + HOST + "Range: bytes=1000000-\r\n" + END,
                            416,
                            "range-not-satisfiable"))
                    .contains("\r\nContent-Range: bytes */" + length + "\r\n");
        }
    }

    @Test
    void refusesAWebSocketHandshakeThatIsNone() throws IOException {
        expect("GET /ws HTTP/1.1\r\n" + HOST + END, 426, "upgrade-required");
        expect(
                "GET /ws HTTP/1.1\r\n" + HOST + "Connection: upgrade\r\nUpgrade: websocket\r\n" + END,
                400,
                "malformed-request");
    }

    /** Every one of them: a problem document and nothing about the server. */
    private static String expect(String request, int status, String problem) throws IOException {
        String answer = RawHttp.exchange(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: application/problem+json\r\n")
                .contains("\"type\":\"urn:parley:problem:" + problem + "\"")
                .contains("\"status\":" + status)
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception");
        return answer;
    }
}
