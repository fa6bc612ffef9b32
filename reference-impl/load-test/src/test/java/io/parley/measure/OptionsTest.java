package io.parley.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line says what to do, or is told what is wrong with it. */
class OptionsTest {

    private static final String PLAN = Path.of("plans", "quick.plan").toString();

    @Test
    void readsWhatIsGivenAndFillsInTheRest() {
        Options options = Options.parse(List.of(
                "--plan", PLAN, "--results", "r.jsonl", "--server-option", "-Xint", "--server-option", "-Xmx1g"));

        assertThat(options.plan().scenarios()).hasSize(3);
        assertThat(options.results()).contains(Path.of("r.jsonl"));
        assertThat(options.serverOptions()).containsExactly("-Xint", "-Xmx1g");
        assertThat(options.other()).isEmpty();
        assertThat(options.otherName()).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--plan                                  | --plan, expected a value after it",
                "--rate 5                                | --rate, expected an option as below",
                "--note quiet                            | no plan, expected --plan FILE",
                "--plan none.plan                        | plan=none.plan, expected a file",
                "--plan plans/quick.plan --jar none.jar  | --jar=none.jar, expected a file",
                "--plan plans/quick.plan --other-name A/B| --other-name=A/B, expected lower-case words with - between"
            })
    void tellsWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
