package io.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the project's own data files. */
class ProjectDataTest {

    private static final Path SPEC = Path.of("..").toAbsolutePath().normalize();

    @Test
    @Verifies("DOC-1")
    void statesEveryQualityGoalAsASixPartScenarioWithACheck() {
        List<CatalogueEntry> goals = Catalogue.read(SPEC).entries().stream()
                .filter(entry -> entry.group().equals("QG"))
                .toList();

        assertThat(goals).hasSize(11).allSatisfy(goal -> {
            assertThat(goal.scenario()).as(goal.id()).isNotNull().hasNoNullFieldsOrProperties();
            assertThat(goal.check()).as(goal.id()).isNotBlank();
            assertThat(goal.characteristic()).as(goal.id()).isNotBlank();
        });
    }

    @Test
    @Verifies("DOC-1")
    void holdsTheWholeCatalogueWithoutHolesInItsNumbers() {
        Catalogue catalogue = Catalogue.read(SPEC);

        for (String group : List.of("USR", "MSG", "TL", "EMB", "API", "UI", "OPS", "DOC", "QG", "INV")) {
            List<Integer> numbers = catalogue.entries().stream()
                    .filter(entry -> entry.group().equals(group))
                    .map(CatalogueEntry::number)
                    .sorted()
                    .toList();
            List<Integer> expected = java.util.stream.IntStream.rangeClosed(1, numbers.size())
                    .boxed()
                    .toList();
            assertThat(numbers).as(group).isNotEmpty().isEqualTo(expected);
        }
    }

    @Test
    void refusesAMemberThatTheRecordDoesNotHave(@TempDir Path directory) throws IOException {
        Path file =
                Files.writeString(directory.resolve("gaps.yaml"), "- { id: INV-1, reason: r, closes: c, parts: 1 }\n");

        assertThatThrownBy(() -> DataFiles.yamlList(file, Gap.class))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("gaps.yaml")
                .hasMessageContaining("parts");
    }

    @Test
    void refusesAGapThatIsPartialWithoutSayingWhatIsMissing(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("gaps.yaml"), "- { id: INV-1, reason: r, closes: c, partial: true }\n");

        assertThatThrownBy(() -> DataFiles.yamlList(file, Gap.class)).hasMessageContaining("expected what is missing");
    }

    @Test
    void readsAGapWithoutTheOptionalParts(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("gaps.yaml"), "- { id: INV-1, reason: r, closes: c }\n");

        assertThat(DataFiles.yamlList(file, Gap.class)).containsExactly(new Gap("INV-1", "r", "c", null, null));
    }
}
