package io.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void writesWhatTheReaderOfResultsReads(@TempDir Path directory) {
        Path file = directory.resolve("results.jsonl");
        ResultFile results = ResultFile.at(file, "a program", COMMIT);
        results.add("load.p99", 12.5, "ms", "quiet \"machine\"");
        results.add("load.missing", 0, "deliveries", null);

        List<RecordedResult> read = DataFiles.jsonLines(file, RecordedResult.class);
        assertThat(read).extracting(RecordedResult::id).containsExactly("load.p99", "load.missing");
        assertThat(read).extracting(RecordedResult::value).containsExactly(12.5, 0.0);
        assertThat(read).extracting(RecordedResult::note).containsExactly("quiet \"machine\"", null);
        assertThat(read).allSatisfy(result -> {
            assertThat(result.commit()).isEqualTo(COMMIT);
            assertThat(result.machine()).contains(" cores, ", " GiB, ", "JDK ");
            assertThat(result.source()).isEqualTo("a program");
        });
    }

    @Test
    void refusesWhatTheReaderWouldRefuse(@TempDir Path directory) {
        ResultFile results = ResultFile.at(directory.resolve("refused.jsonl"), "a program", COMMIT);
        assertThatIllegalArgumentException().isThrownBy(() -> results.add("Not An Id", 1, "ms", null));
        assertThat(Files.exists(directory.resolve("refused.jsonl"))).isFalse();
    }
}
