package io.parley.site.data;

import io.parley.evidence.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the ids that the sources of Java tests name against the catalogue. Evidence shows those of tests that ran; what only a profile
 * runs would keep a mistake until then.
 */
public final class TestedIds {

    private static final Pattern ANNOTATION = Pattern.compile("@Verifies\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");

    private final Catalogue catalogue;

    public TestedIds(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads the tests of these modules.
     *
     * @param modules directories, relative to the project
     */
    public void check(Path project, List<String> modules, Findings findings) throws IOException {
        for (String module : modules) {
            Path tests = project.resolve(module).resolve("src/test");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .sorted()
                            .toList()) {
                        check(project.relativize(file).toString(), Files.readString(file), findings);
                    }
                }
            }
        }
    }

    private void check(String place, String source, Findings findings) {
        Matcher annotation = ANNOTATION.matcher(source);
        while (annotation.find()) {
            Matcher id = ID.matcher(annotation.group(1));
            while (id.find()) {
                if (catalogue.entry(id.group(1)).isEmpty()) {
                    findings.add(place, "names the unknown id " + id.group(1));
                }
            }
        }
    }
}
