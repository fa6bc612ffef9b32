package io.parley.acceptance;

import io.parley.embedded.ServerProcess;
import io.parley.embedded.ServerSettings;
import io.parley.embedded.Stores;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server's executable jar, run by path on one Cassandra and one PostgreSQL, all real and started once for the tests of
 * this JVM. Tests keep apart by random names and ids.
 */
public final class Installation {

    /** A page per part; the real site is made after all tests, as it shows their results. */
    private static final Path SITE = Path.of("src", "test", "site");

    /** What the best compiler would win later, it costs now. */
    public static final List<String> FAST_START =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private static @Nullable ServerProcess server;

    private Installation() {}

    /** Where the running server answers, without a slash at the end; the first call starts it. Thread-safe. */
    public static synchronized URI address() {
        if (server == null) {
            server = new ServerProcess(settings(Path.of("target", "server"))
                    .with("parley.site.directory", SITE.toAbsolutePath().toString()));
            server.start();
        }
        return server.address();
    }

    /** What the running server says of itself; the first call starts it. Thread-safe. */
    public static synchronized Path log() {
        URI unused = address();
        return Objects.requireNonNull(server).log();
    }

    /** Settings of one more node on the shared stores. */
    public static ServerSettings settings(Path directory) {
        Stores stores = Stores.shared();
        return ServerSettings.in(directory, jar(), List.of(stores.cassandra().contactPoint()), stores.database())
                .withJvmOptions(FAST_START)
                // Hundreds register. The strength that people get is held by a test of its own, and used by
                // OwnInstallation.
                .with("parley.account.hashing.memory-kib", "64")
                .with("parley.account.hashing.iterations", "1")
                // A test waits for it.
                .with("server.jetty.connection-idle-timeout", "10s");
    }

    /** The server's jar, with its libraries beside it, as the server module built it. */
    public static Path jar() {
        Path jar = Path.of("..", "server", "target", "parley-server", "parley-server.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing, expected the server module to be packaged before");
        }
        return jar;
    }
}
