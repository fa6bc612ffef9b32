package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.evidence.Verifies;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Answers over real connections, under a clock of the test's own. */
@Verifies("API-2")
class SlowReadersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int ANSWER_BYTES = 16 << 20;

    /** So small that few bytes move the server on. */
    private static final int BUFFER_BYTES = 8_192;

    private static final int DRIP_BYTES = 16;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private @Nullable SlowReaders readers;
    private @Nullable WebServer server;

    private void start(Duration patience, LongSupplier clock) {
        JettyServletWebServerFactory jetty = new JettyServletWebServerFactory(0);
        jetty.addServerCustomizers(all -> {
            for (ServerConnector connector : all.getContainedBeans(ServerConnector.class)) {
                connector.setAcceptedSendBufferSize(BUFFER_BYTES);
                readers = new SlowReaders(connector, patience, clock);
                connector.addBean(readers);
            }
        });
        server = jetty.getWebServer(
                context -> context.addServlet("large", new Large()).addMapping("/*"));
        server.start();
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(server).destroy();
    }

    @Test
    void cutsWhoTakesAnAnswerByDrips() throws IOException {
        start(PATIENCE, nanos::get);
        try (Socket dripping = ask()) {
            looksUntilOneWaits();
            int drips = 0;
            while (readers().waiting() == 1) {
                drips++;
                assertThat(dripping.getInputStream().readNBytes(DRIP_BYTES)).hasSize(DRIP_BYTES);
                goOn(PATIENCE.dividedBy(10));
            }

            await().until(() -> failure.get() != null);
            assertThat(written).hasValueLessThan(ANSWER_BYTES);
            // The first few may have been taken while the answer still filled the ways.
            assertThat(drips).isBetween(10, 20);
        }
    }

    /** Each look finds that it has taken something since the one before. */
    @Test
    void leavesAloneWhoIsSlow() throws IOException {
        start(PATIENCE, nanos::get);
        try (Socket slow = ask()) {
            looksUntilOneWaits();
            for (int i = 0; i < 50; i++) {
                long before = written.get();
                while (written.get() < before + 2 * 32_768) {
                    assertThat(slow.getInputStream().readNBytes(BUFFER_BYTES)).hasSize(BUFFER_BYTES);
                }
                goOn(PATIENCE.minusSeconds(1));
            }

            assertThat(slow.getInputStream().readAllBytes()).isNotEmpty();
            await().until(() -> written.get() == ANSWER_BYTES);
            assertThat(failure).hasValue(null);
        }
    }

    @Test
    void looksByItself() throws IOException {
        start(Duration.ofMillis(200), System::nanoTime);
        try (Socket deaf = ask()) {
            await().until(() -> failure.get() != null);
            assertThat(deaf.isConnected()).isTrue();
        }
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(BUFFER_BYTES);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Objects.requireNonNull(server).getPort()));
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void looksUntilOneWaits() {
        await().until(() -> {
            readers().look();
            return readers().waiting() == 1;
        });
    }

    private void goOn(Duration time) {
        nanos.addAndGet(time.toNanos());
        readers().look();
    }

    private SlowReaders readers() {
        return Objects.requireNonNull(readers);
    }

    private final class Large extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] part = new byte[BUFFER_BYTES];
            try (OutputStream out = response.getOutputStream()) {
                for (int sent = 0; sent < ANSWER_BYTES; sent += part.length) {
                    out.write(part);
                    written.addAndGet(part.length);
                }
            } catch (IOException e) {
                failure.set(e);
                throw e;
            }
        }
    }
}
