package io.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    private Path directory;

    @Test
    @Verifies({"OPS-1", "USR-4"})
    void startsAlthoughAnotherProcessHasTheIdOfItsKilledPredecessor() throws IOException, SQLException {
        // What a set-up that was killed leaves behind.
        Path unfinished = Files.createDirectories(directory.resolve("unfinished-1/base"));
        Process other = new ProcessBuilder("sh", "-c", "read line; :").start();
        try (PostgresServer server = new PostgresServer(PostgresSettings.in(directory))) {
            server.start();
            assertThat(unfinished.getParent()).doesNotExist();
            Path processFile = directory.resolve("data/postmaster.pid");
            List<String> lines = new ArrayList<>(Files.readAllLines(processFile));
            Queries.sql(server.database(), "CREATE TABLE words AS SELECT 'kept' AS word");
            server.kill();

            lines.set(0, Long.toString(other.pid()));
            Files.write(processFile, lines);
            server.start();

            assertThat(other.isAlive()).isTrue();
            assertThat(Queries.sql(server.database(), "SELECT word FROM words")).containsExactly("kept");
        } finally {
            Processes.killTree(other.toHandle());
        }
    }

    @Test
    void deletesProgramsWhoseUnpackingWasAbandoned() throws IOException {
        Path abandoned = Files.createDirectories(directory.resolve("unpacking-1/bin"));
        Files.setLastModifiedTime(
                abandoned.getParent(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Path inWork = Files.createDirectories(directory.resolve("unpacking-2"));

        String postgres = PostgresPrograms.unpackedIn(directory).path("postgres");

        assertThat(Path.of(postgres)).isExecutable();
        assertThat(abandoned.getParent()).doesNotExist();
        assertThat(inWork).exists();
    }

    @Test
    void usesTheProgramsThatAnotherUnpackedMeanwhile() throws IOException {
        Path programs = directory.resolve("programs");
        Path ofAnother = Files.createDirectories(programs.resolve("bin"));
        Path own = Files.createDirectories(directory.resolve("unpacking-1"));

        PostgresPrograms.moveInto(own, programs);

        assertThat(ofAnother).exists();
        assertThat(own).doesNotExist();
    }

    @Test
    void saysAtOnceThatItDiedAndWhichLogToRead() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        try (PostgresServer server = new PostgresServer(PostgresSettings.in(directory))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("died during its start")
                    .hasMessageContaining(server.log().toString());
            assertThatThrownBy(server::process).isInstanceOf(IllegalStateException.class);
        }
    }
}
