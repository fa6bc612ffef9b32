package io.parley.threats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that the sources hold, by simple name of their class. A name that two modules use counts once for both. */
final class TestSources {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern RUN_BY_THE_BUILD = Pattern.compile("[A-Z].*(Test|IT)\\.java");

    private final Map<String, String> textByName;

    TestSources(Map<String, String> textByName) {
        this.textByName = Map.copyOf(textByName);
    }

    /** Reads the test classes of all modules of the root pom. */
    static TestSources read(Path project) {
        Map<String, String> texts = new TreeMap<>();
        try {
            Matcher matcher = MODULE.matcher(Files.readString(project.resolve("pom.xml")));
            while (matcher.find()) {
                Path folder = project.resolve(matcher.group(1)).resolve("src/test/java");
                if (Files.isDirectory(folder)) {
                    collect(folder, texts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestSources(texts);
    }

    private static void collect(Path folder, Map<String, String> texts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (RUN_BY_THE_BUILD.matcher(name).matches()) {
                    texts.merge(name.replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
    }

    /** Whether there is such a class, with such a method if one is named. */
    boolean has(TestReference test) {
        String text = textByName.get(test.type());
        // Factories of dynamic tests are methods too.
        return text != null
                && (test.method().isEmpty()
                        || text.contains("void " + test.method() + "(")
                        || text.contains("Stream<DynamicTest> " + test.method() + "("));
    }
}
