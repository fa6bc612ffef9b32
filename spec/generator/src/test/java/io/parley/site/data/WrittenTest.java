package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenTest {

    @TempDir
    private Path root = Path.of("");

    @Test
    void tellsFileAndLineOfATextInAPageOrInData() throws IOException {
        write("spec/pages/index.adoc", "= Title\n\nat most limt:a[] at once\n");
        write("spec/risks.yaml", "- id: R-1\n  risk: more than reslt:b[]\n");
        write("spec/site/target/left.adoc", "= From an older build\n\ngone:c[]\n");
        for (String folder : new String[] {"adr", "slides", "diagrams", "threat-model", "capacity-model"}) {
            Files.createDirectories(root.resolve(folder));
        }
        Written written = new Written(root);

        assertThat(written.of("limt:a[]")).isEqualTo("spec/pages/index.adoc:3");
        assertThat(written.of("reslt:b[]")).isEqualTo("spec/risks.yaml:2");
        assertThat(written.of("gone:c[]")).isEmpty();
    }

    private void write(String place, String text) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
