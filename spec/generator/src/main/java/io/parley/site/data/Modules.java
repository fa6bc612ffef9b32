package io.parley.site.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The modules of the project and the test files in them.
 *
 * @param directories relative to the project, in the order of the root pom
 * @param withTests those that hold tests which the build runs
 * @param tests simple names of test sources, fixtures and contract kits included
 */
public record Modules(List<String> directories, List<String> withTests, SortedSet<String> tests) {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final String SCRIPT = ".test.ts";
    private static final Pattern RUN_BY_THE_BUILD = Pattern.compile(".*(Test|IT|\\.test\\.ts)");

    static Modules read(Path project) {
        try {
            List<String> directories = new ArrayList<>();
            Matcher matcher = MODULE.matcher(Files.readString(project.resolve("pom.xml")));
            while (matcher.find()) {
                directories.add(matcher.group(1));
            }
            List<String> withTests = new ArrayList<>();
            SortedSet<String> tests = new TreeSet<>();
            for (String module : directories) {
                SortedSet<String> own = new TreeSet<>();
                for (String folder : List.of("src", "test")) {
                    collect(project.resolve(module).resolve(folder), own);
                }
                if (own.stream().anyMatch(name -> RUN_BY_THE_BUILD.matcher(name).matches())) {
                    withTests.add(module);
                }
                own.forEach(name -> tests.add(name.replace(SCRIPT, "")));
            }
            return new Modules(directories, withTests, tests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path folder, SortedSet<String> names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SCRIPT)) {
                    names.add(name);
                } else if (name.endsWith(".java") && file.toString().contains("src/test/")) {
                    names.add(name.substring(0, name.length() - ".java".length()));
                }
            }
        }
    }
}
