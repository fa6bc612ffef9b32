package io.parley.schema.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Verifies("MSG-21")
class ScriptTest {

    @Test
    void splitsStatementsAndDropsLinesOfComment() {
        Script script = Script.of("V001__x.cql", "-- one; two\nCREATE TABLE a (b int PRIMARY KEY);\n  -- c\nDROP x;\n");

        assertThat(script.statements()).containsExactly("CREATE TABLE a (b int PRIMARY KEY)", "DROP x");
        assertThat(script.version()).isEqualTo(1);
    }

    @Test
    void refusesANameWithoutNumber() {
        assertThatThrownBy(() -> Script.of("tables.cql", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name=tables.cql, expected");
    }

    @Test
    void changesItsChecksumWithItsText() {
        assertThat(Script.of("V001__x.cql", "a").checksum())
                .isNotEqualTo(Script.of("V001__x.cql", "b").checksum());
    }

    @Test
    void numbersThePackagedScriptsWithoutHoleAndRepeatsEachSafely() {
        assertThat(Script.packaged().stream().map(Script::version))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Script.packaged().size())
                                .boxed()
                                .toList());
        assertThat(Script.packaged().stream().flatMap(script -> script.statements().stream()))
                .allSatisfy(
                        statement -> assertThat(statement).containsPattern("^(CREATE .* IF NOT|DROP .* IF) EXISTS "));
    }
}
