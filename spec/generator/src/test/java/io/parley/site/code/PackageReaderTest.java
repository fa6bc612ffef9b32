package io.parley.site.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageReaderTest {

    @TempDir
    private Path sources;

    private final Findings findings = new Findings();

    @Test
    void readsPublicTypesWithTheFirstSentenceOfTheirDocumentation() throws IOException {
        source("a", "Log", "/** Appends, see {@link Other}; {@code N-1} is known. More. */ public final class Log {}");
        source("a", "Hidden", "/** Not offered. */ final class Hidden {}");
        source("a.web", "Answer", "/** What a client gets. */ public sealed interface Answer permits Yes {}");

        PackageCode code = new PackageReader(sources, findings).read("a");

        assertThat(code.files()).isEqualTo(3);
        assertThat(code.types().get("a"))
                .isEqualTo(List.of(new OfferedType("Log", "class", "Appends, see `Other`; `N-1` is known.")));
        assertThat(code.types().get("a.web"))
                .isEqualTo(List.of(new OfferedType("Answer", "sealed interface", "What a client gets.")));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void refusesAPublicTypeWithoutDocumentation() throws IOException {
        source("a", "Log", "public record Log(int head) {}");

        new PackageReader(sources, findings).read("a");

        Seeds.assertCaught(
                "public types are documented", "Javadoc taken away", findings, "a.Log: a public type without Javadoc");
    }

    @Test
    void findsNothingInAPackageThatDoesNotExist() {
        assertThat(new PackageReader(sources, findings).read("nowhere"))
                .isEqualTo(new PackageCode(0, java.util.Map.of()));
    }

    private void source(String packageName, String type, String text) throws IOException {
        Path directory = Files.createDirectories(sources.resolve(packageName.replace('.', '/')));
        Files.writeString(directory.resolve(type + ".java"), "package " + packageName + ";\n" + text + "\n");
    }
}
