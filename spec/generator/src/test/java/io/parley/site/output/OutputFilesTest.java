package io.parley.site.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFilesTest {

    private final OutputFiles files = new OutputFiles();

    @ParameterizedTest
    @CsvSource({
        "spec/index.html, ../slides/index.html, slides/index.html",
        "spec/index.html, site.css, spec/site.css",
        "spec/a/b.html, ../../x.js, x.js",
    })
    void resolvesAnAddressAgainstTheFileThatItStandsIn(String from, String address, String target) {
        assertThat(OutputFiles.resolve(from, address)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x.html", "/x.html"})
    void leadsNowhereOutsideTheOutput(String address) {
        assertThat(OutputFiles.resolve("spec/index.html", address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", "a//b", "", ".hidden", "a b"})
    void refusesAPathThatAServerOrFileSystemCouldReadInAnotherWay(String path) {
        assertThatThrownBy(() -> files.put(path, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASecondFileOfAPath() {
        files.put("a", "1");

        assertThatThrownBy(() -> files.put("a", "2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void replacesWhateverAFolderHeld(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("old"));
        Files.writeString(folder.resolve("old/file"), "old");
        files.put("new/file", new byte[] {0, (byte) 0xff});

        files.replace(folder);

        assertThat(folder.resolve("old")).doesNotExist();
        assertThat(folder.resolve("new/file")).hasBinaryContent(new byte[] {0, (byte) 0xff});
    }
}
