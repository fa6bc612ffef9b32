package io.parley.embedded.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    @Verifies("QG-9")
    void refusesADiskWithTooLittleSpace() throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace() >> 20;

        assertThatThrownBy(() -> DataDirectory.take(directory, 2 * free + 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(" MiB free, needs " + (2 * free + 1));
    }

    @Test
    void isClosedToOtherUsersAndLeavesNoTraceOfItsTrial() throws IOException {
        Path data = directory.resolve("data");

        DataDirectory.take(data, 0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(data).isDirectoryNotContaining("glob:**probe*");
    }
}
