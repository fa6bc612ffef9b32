package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.DataFiles;
import io.parley.evidence.RecordedResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the build and its long checks may take on two cores, judged by what was recorded: a build has no stopwatch. */
class BuildTimesTest {

    private static final Path RESULTS = Path.of("..", "..", "spec/results");

    @ParameterizedTest
    @CsvSource({"build.verify, 900", "build.seeds, 60", "build.crash-rounds, 120", "formal.small.time, 60"})
    void areWithinTheirBoundsInTheLatestRecord(String id, double secondsMax) throws IOException {
        List<RecordedResult> recorded = recorded(id);

        assertThat(recorded).isNotEmpty();
        assertThat(recorded.get(recorded.size() - 1)).satisfies(latest -> {
            assertThat(latest.unit()).isEqualTo("s");
            assertThat(latest.value()).isPositive().isLessThan(secondsMax);
        });
    }

    private static List<RecordedResult> recorded(String id) throws IOException {
        try (Stream<Path> files = Files.list(RESULTS)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .flatMap(file -> DataFiles.jsonLines(file, RecordedResult.class).stream())
                    .filter(result -> result.id().equals(id))
                    .toList();
        }
    }
}
