package io.parley.measure.xmpp;

import io.parley.embedded.Database;
import io.parley.embedded.Ports;
import io.parley.embedded.PostgresServer;
import io.parley.embedded.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An ejabberd of its own, of the installed Debian package: configuration, data and log below one folder, on the loopback
 * address, its archive in a PostgreSQL that keeps what it acknowledged. It ends with this process, however that ends: it
 * reads our end of a pipe.
 */
public final class Ejabberd implements AutoCloseable {

    /** The virtual host. */
    public static final String HOST = "localhost";

    /** Of every user. */
    static final String PASSWORD = "load";

    private static final Path SCHEMA = Path.of("/usr/share/ejabberd/sql/pg.sql");
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final PostgresServer postgres;
    private final Process process;
    private final int port;

    private Ejabberd(PostgresServer postgres, Process process, int port) {
        this.postgres = postgres;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it with so many users.
     *
     * @param directory emptied before
     * @throws IllegalStateException when the package is not installed, or it does not start
     */
    public static Ejabberd start(Path directory, int users) {
        if (!Files.isRegularFile(SCHEMA)) {
            throw new IllegalStateException(
                    SCHEMA + " is missing: install Debian's packages ejabberd and erlang-p1-pgsql (README.md)");
        }
        PostgresServer postgres = new PostgresServer(PostgresSettings.in(directory.resolve("postgres")));
        postgres.start();
        int port = Ports.free();
        try {
            EjabberdTables.make(postgres.database(), SCHEMA, users);
            Path home = Files.createDirectories(directory.resolve("ejabberd"));
            Files.writeString(home.resolve("ejabberd.yml"), configuration(postgres.database(), port));
            Process process = launch(home);
            Ejabberd ejabberd = new Ejabberd(postgres, process, port);
            ejabberd.await(home);
            return ejabberd;
        } catch (IOException e) {
            postgres.stop();
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What is measured. */
    public Map<String, ProcessHandle> processes() {
        return Map.of("server", process.toHandle(), "postgres", postgres.process());
    }

    private static Process launch(Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "erl",
                        "-noshell",
                        "+K",
                        "true",
                        "+P",
                        "250000",
                        "-mnesia",
                        "dir",
                        "\"" + home.resolve("mnesia") + "\"",
                        "-s",
                        "ejabberd",
                        "-eval",
                        "spawn(fun() -> io:get_line(\"\"), erlang:halt(1) end).")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "EJABBERD_CONFIG_PATH", home.resolve("ejabberd.yml").toString(),
                        "EJABBERD_LOG_PATH", home.resolve("ejabberd.log").toString(),
                        "ERL_CRASH_DUMP", home.resolve("crash.dump").toString(),
                        "ERL_LIBS", libraries().toString(),
                        "HOME", home.toString()));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of ejabberd"));
        return process;
    }

    /** Such as {@code /usr/lib/x86_64-linux-gnu}. */
    private static Path libraries() throws IOException {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> hasEjabberd(folder))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no ejabberd below " + LIBRARIES));
        }
    }

    private static boolean hasEjabberd(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.anyMatch(path -> path.getFileName().toString().startsWith("ejabberd-"));
        } catch (IOException e) {
            return false;
        }
    }

    private void await(Path home) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - giveUp > 0) {
                close();
                throw new IllegalStateException("ejabberd did not start; see " + home.resolve("ejabberd.log"));
            }
            pause();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(address());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ejabberd starts", e);
        }
    }

    private static String configuration(Database database, int port) {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        return String.join(
                "\n",
                List.of(
                        "hosts: [ " + HOST + " ]",
                        "loglevel: warning",
                        "listen:",
                        "  - port: " + port,
                        "    ip: \"127.0.0.1\"",
                        "    module: ejabberd_c2s",
                        "auth_method: sql",
                        "auth_password_format: plain",
                        "sql_type: pgsql",
                        "sql_server: \"" + server.getHost() + "\"",
                        "sql_port: " + server.getPort(),
                        "sql_database: \"" + server.getPath().substring(1) + "\"",
                        "sql_username: \"" + database.username() + "\"",
                        "sql_password: \"" + database.password() + "\"",
                        "modules:",
                        "  mod_mam:",
                        "    db_type: sql",
                        "    default: always",
                        "  mod_stream_mgmt: {}",
                        ""));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        postgres.stop();
    }
}
