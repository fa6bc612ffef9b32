package io.parley.site.page;

import io.parley.site.code.Setting;
import io.parley.site.code.SettingReader;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What an operator may set, read from the server's sources. */
final class SettingBlocks {

    private static final String SOURCES = "reference-impl/server/src/main/java";

    private final Project project;
    private final Findings findings;

    SettingBlocks(Project project, Findings findings) {
        this.project = project;
        this.findings = findings;
    }

    Map<String, Supplier<String>> byName() {
        return Map.of("settings", this::settings);
    }

    private String settings() {
        StringBuilder out = new StringBuilder(Markup.table("settings", "5,3,5", "Key", "Default", "Meaning"));
        for (Setting setting : new SettingReader(project.root().resolve(SOURCES), findings).read()) {
            out.append("|").append(Adoc.code(setting.key()));
            out.append("\n|").append(setting.initial().isEmpty() ? "none" : Adoc.code(setting.initial()));
            out.append("\n|").append(Adoc.text(capital(setting.meaning()))).append("\n\n");
        }
        return out.append("|===").toString();
    }

    private static String capital(String meaning) {
        return meaning.isEmpty() ? "" : meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1);
    }
}
