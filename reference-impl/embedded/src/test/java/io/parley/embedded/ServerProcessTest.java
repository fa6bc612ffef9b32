package io.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    private static final Database DATABASE = new Database("jdbc:postgresql://127.0.0.1:1/parley", "role", "s3cret");

    @TempDir
    private Path directory;

    @Test
    @Verifies("OPS-1")
    void startsTheJarWithItsConfigurationAndStartsItAgainAfterAKill() throws IOException {
        ServerSettings settings = ServerSettings.in(
                        directory.resolve("server"),
                        HealthServer.jar(directory.resolve("server.jar")),
                        List.of(
                                InetSocketAddress.createUnresolved("127.0.0.1", 1),
                                InetSocketAddress.createUnresolved("127.0.0.2", 1)),
                        DATABASE)
                .with("parley.cassandra.keyspace", "another");
        try (ServerProcess server = new ServerProcess(settings)) {
            server.start();
            assertThat(health(server))
                    .contains("--parley.cassandra.contact-points=127.0.0.1:1,127.0.0.2:1")
                    .contains("--parley.cassandra.keyspace=another")
                    .contains("--spring.datasource.username=role")
                    .contains("password=s3cret");
            assertThat(Processes.commandLine(server.process())).doesNotContain("s3cret");

            ProcessHandle first = server.process();
            server.kill();
            assertThat(Processes.isRunning(first)).isFalse();

            server.start();
            assertThat(health(server)).contains("--server.port=" + settings.port());
        }
    }

    @Test
    void saysWhichLogToReadWhenTheServerDies() throws IOException {
        Path noJar = Files.writeString(directory.resolve("server.jar"), "no jar");
        try (ServerProcess server =
                new ServerProcess(ServerSettings.in(directory.resolve("server"), noJar, List.of(), DATABASE))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("died during its start")
                    .hasMessageContaining(server.log().toString());
            assertThat(server.log()).content().contains("server.jar");
        }
    }

    private static String health(ServerProcess server) throws IOException {
        try (InputStream answer =
                server.address().resolve("/actuator/health").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
