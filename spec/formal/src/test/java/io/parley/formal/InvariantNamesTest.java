package io.parley.formal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvariantNamesTest {

    private static final Pattern ENTRY = Pattern.compile("(?ms)^- id: INV-(\\d+)$.*?^  title: (\\w+)$");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^INV_\\d_\\w+(?= ==)");

    /** The order of display is no matter of log and delivery. */
    private static final String NOT_MODELLED = "INV_8_Converged";

    @Test
    void definesTheInvariantsUnderTheNamesOfTheCatalogue() throws IOException {
        String catalogue = Files.readString(Path.of("../invariants.yaml"));
        List<String> named = ENTRY.matcher(catalogue)
                .results()
                .map(entry -> "INV_" + entry.group(1) + "_" + entry.group(2))
                .filter(name -> !name.equals(NOT_MODELLED))
                .toList();

        List<String> defined = Stream.of("ConversationLog", "Delivery")
                .flatMap(model -> DEFINITION.matcher(Model.named(model).text()).results())
                .map(definition -> definition.group())
                .toList();

        assertThat(defined).hasSize(7).containsExactlyElementsOf(named);
    }
}
