package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A body of which nothing or a part comes, over a real connection that may be idle for a moment only. */
@Verifies("API-2")
class BodyFilterTest {

    private static final int IDLE_MILLIS = 1_000;
    private static final Limits.Http LIMITS = new Limits.Http(1024, 1, 1, 1, 1, 1, 1024, Duration.ofSeconds(2));

    private WebServer server;

    @BeforeEach
    void start() {
        JettyServletWebServerFactory jetty = new JettyServletWebServerFactory(0);
        jetty.addServerCustomizers(all -> {
            for (ServerConnector connector : all.getContainedBeans(ServerConnector.class)) {
                connector.setIdleTimeout(IDLE_MILLIS);
            }
        });
        server = jetty.getWebServer(
                context -> context.addFilter("body", new BodyFilter(1024, new SteadyBody(LIMITS, System::nanoTime)))
                        .addMappingForUrlPatterns(null, false, "/*"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.destroy();
    }

    /** A bar stands for the end of a line. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20||", "Content-Length: 20||{", "Transfer-Encoding: chunked||1|{|"})
    void answersABodyThatDoesNotComeInTime(String rest) throws IOException {
        String request = "POST / HTTP/1.1|Host: parley|Content-Type: application/json|" + rest;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream().write(request.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"type\":\"urn:parley:problem:request-timeout\"");
        }
    }

    /** Each byte comes before the connection is idle for too long. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000||{", "Transfer-Encoding: chunked||3e8|{", "Content-Length: 8000||{"})
    void answersABodyThatTrickles(String rest) throws IOException {
        String request = "POST / HTTP/1.1|Host: parley|Content-Type: application/json|" + rest;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(IDLE_MILLIS / 10);
            socket.getOutputStream().write(request.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = "";
            for (int i = 0; i < 500 && answer.isEmpty(); i++) {
                try {
                    answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (SocketTimeoutException nothingYet) {
                    socket.getOutputStream().write(' ');
                }
            }

            assertThat(answer).matches("(?s)HTTP/1.1 4(08|13) .*").contains("\"type\":\"urn:parley:problem:");
        }
    }
}
