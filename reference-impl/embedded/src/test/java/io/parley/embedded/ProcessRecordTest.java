package io.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    private final String mark = UUID.randomUUID().toString();

    @TempDir
    private Path directory;

    private Process process;
    private ProcessRecord record;

    @BeforeEach
    void startsAProcessWithTheMark() throws IOException {
        // Two commands, so that no shell replaces itself by the last one and loses the mark.
        process = new ProcessBuilder("sh", "-c", "read line; :", mark).start();
        record = ProcessRecord.of(mark, process.toHandle());
    }

    @AfterEach
    void endsTheProcess() {
        Processes.killTree(process.toHandle());
    }

    @Test
    void findsTheProcessThatItDescribes() {
        record.writeTo(directory);

        assertThat(ProcessRecord.readFrom(directory)).contains(record);
        assertThat(record.survivor()).contains(process.toHandle());
    }

    @Test
    void findsByTheMarkAProcessWhoseIdWasNotRecordedAnyMore() {
        ProcessRecord.intended(mark).writeTo(directory);

        assertThat(ProcessRecord.readFrom(directory).flatMap(ProcessRecord::survivor))
                .contains(process.toHandle());
    }

    @Test
    void leavesAloneAProcessWithTheSameIdAndAnotherMark() {
        ProcessRecord other = new ProcessRecord(UUID.randomUUID().toString(), record.pid(), record.started());

        assertThat(other.survivor()).isEmpty();
    }

    @Test
    void leavesAloneAProcessThatStartedAtAnotherTime() {
        ProcessRecord other =
                new ProcessRecord(mark, record.pid(), record.started().minus(Duration.ofMinutes(1)));

        assertThat(other.survivor()).isEmpty();
    }

    @Test
    void findsNothingWhenTheProcessHasEnded() {
        Processes.killTree(process.toHandle());

        assertThat(record.survivor()).isEmpty();
        assertThat(ProcessRecord.intended(mark).survivor()).isEmpty();
    }
}
