package io.parley.site.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingReaderTest {

    @TempDir
    private Path sources = Path.of("");

    private final Findings findings = new Findings();

    @Test
    void readsKeyDefaultAndMeaningFromARecord() throws IOException {
        source("""
                /**
                 * What may be set.
                 *
                 * @param answerWithin after this time a client is told {@code unknown}
                 * @param directory where pages lie
                 */
                @ConfigurationProperties("parley.log")
                record Properties(@DefaultValue("5s") Duration answerWithin, @Nullable Path directory) {
                    static final int MAX = 1;
                }
                """);

        assertThat(new SettingReader(sources, findings).read())
                .containsExactly(
                        new Setting("parley.log.answer-within", "5s", "after this time a client is told `unknown`"),
                        new Setting("parley.log.directory", "", "where pages lie"));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void refusesASettingWithoutAMeaning() throws IOException {
        source(
                "@ConfigurationProperties(prefix = \"parley.log\") record Properties(@DefaultValue(\"5s\") Duration wait) {}");

        new SettingReader(sources, findings).read();

        Seeds.assertCaught(
                "settings are documented", "a setting without Javadoc", findings, "parley.log.wait: a setting");
    }

    private void source(String text) throws IOException {
        Files.writeString(sources.resolve("Properties.java"), "package a;\n" + text + "\n");
    }
}
