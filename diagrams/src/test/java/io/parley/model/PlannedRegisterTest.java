package io.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@Verifies("DOC-2")
class PlannedRegisterTest {

    private static final Path REGISTER = Path.of("planned.yaml");
    private static final Path MODEL = Path.of("workspace.dsl");

    @Test
    void holdsNothingThatTheModelHas() {
        assertThat(PlannedRegister.read(REGISTER).builtIn(ModelReader.read(MODEL)))
                .isEmpty();
    }

    @Test
    void noticesAnEntryThatWasBuilt() {
        PlannedRegister register = PlannedRegister.parse(
                "- { id: parley.server.log, kind: component, name: Another, purpose: x, requirements: [MSG-17] }");

        assertThat(register.builtIn(ModelReader.read(MODEL)))
                .extracting(PlannedElement::id)
                .containsExactly("parley.server.log");
    }

    @Test
    void namesOnlyRequirementsOfTheCatalogue() throws IOException {
        String catalogue = Files.readString(Path.of("../spec/requirements.yaml"))
                + Files.readString(Path.of("../spec/quality-goals.yaml"));

        assertThat(PlannedRegister.read(REGISTER).all()).isNotEmpty().allSatisfy(planned -> assertThat(
                        planned.requirements())
                .allSatisfy(id -> assertThat(Pattern.compile("\\bid: *" + Pattern.quote(id) + "\\b")
                                .matcher(catalogue)
                                .find())
                        .as(id)
                        .isTrue()));
    }

    @Test
    void refusesAnEntryWithoutRequirementsOrWithOthersThanCatalogueIds() {
        String entry = "- { id: a.b, kind: component, name: B, purpose: x, requirements: [%s] }";

        assertThat(PlannedRegister.parse(entry.formatted("MSG-1")).all()).hasSize(1);
        assertThatThrownBy(() -> PlannedRegister.parse(entry.formatted(""))).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> PlannedRegister.parse(entry.formatted("ABC-1")))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> PlannedRegister.parse(entry.formatted("MSG-1") + "\n" + entry.formatted("MSG-2")))
                .hasMessageContaining("a.b occurs twice");
    }
}
