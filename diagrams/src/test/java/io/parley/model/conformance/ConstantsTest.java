package io.parley.model.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Verifies("QG-8")
class ConstantsTest {

    private static final Path ITSELF = Path.of("target/test-classes/io/parley/model/conformance/ConstantsTest.class");

    /** With a long and a double before it in the constant pool, each of which takes two places there. */
    static String sample(int number) {
        long ticks = 1_234_567_890_123L * number;
        double share = 0.123456789 * number;
        return "SELECT a FROM sample_" + number + " WHERE b = " + ticks + share;
    }

    @Test
    void findsLiteralsAndTheRecipesOfConcatenations() {
        assertThat(sample(1)).contains("sample_1");
        assertThat(Constants.of(ITSELF)).contains("sample_1", "SELECT a FROM sample_\u0001 WHERE b = \u0001\u0001");
    }

    @Test
    void refusesAnotherFile(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("a.class"), "no class file");

        assertThatThrownBy(() -> Constants.of(text)).hasMessageContaining("expected a class file");
    }
}
