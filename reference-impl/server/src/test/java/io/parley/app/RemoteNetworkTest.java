package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

@Verifies("API-2")
class RemoteNetworkTest {

    /** A bar stands for the end of a line. */
    private static final String REQUEST =
            "GET / HTTP/1.1|Host: parley|Connection: close|X-Forwarded-For: 2001:db8:7::9||";

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:7:1::1, 20010db80007",
        "[2001:db8:7:ffff:ffff::2], 20010db80007",
        "fe80::1%eth0, fe8000000000",
        "::1, 000000000000"
    })
    void isAnAddressOrTheNetworkOfOne(String address, String network) {
        assertThat(RemoteNetwork.of(address).text()).isEqualTo(network);
    }

    /** A name server would be asked for a name. */
    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden:1", "cafe:", "a:b:c:d:e:f:1:2:3", "host.example"})
    void isTakenAsItIsWhenItIsNoAddress(String strange) {
        assertThat(RemoteNetwork.of(strange).text()).isEqualTo(strange);
    }

    @Test
    void isNotWhatAClientSays() throws IOException {
        assertThat(seen(false)).endsWith("\r\n\r\n127.0.0.1");
    }

    /** As {@code server.forward-headers-strategy=native} sets it. */
    @Test
    void isWhatAProxySaysWhereTheOperatorBelievesIt() throws IOException {
        assertThat(seen(true)).endsWith("\r\n\r\n20010db80007");
    }

    private static String seen(boolean believing) throws IOException {
        JettyServletWebServerFactory jetty = new JettyServletWebServerFactory(0);
        jetty.setUseForwardHeaders(believing);
        WebServer server = jetty.getWebServer(
                context -> context.addServlet("seen", new Seen()).addMapping("/*"));
        server.start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream().write(REQUEST.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } finally {
            server.destroy();
        }
    }

    private static final class Seen extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] network = RemoteNetwork.of(request.getRemoteAddr()).text().getBytes(StandardCharsets.US_ASCII);
            response.setContentLength(network.length);
            response.getOutputStream().write(network);
        }
    }
}
