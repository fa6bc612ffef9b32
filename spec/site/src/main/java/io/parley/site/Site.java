package io.parley.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Command line: writes the site and fails when something does not hold.
 *
 * <p>The site is written in either case, so that one can look at what is wrong.
 */
public final class Site {

    private Site() {}

    /**
     * Makes the site.
     *
     * @param arguments see {@link Options}
     */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        SiteBuild build = new SiteBuild(options);
        Map<String, String> files = build.files();
        replace(options.output(), files);
        List<String> findings = build.findings();
        findings.forEach(finding -> System.err.println("[site] " + finding));
        if (!findings.isEmpty()) {
            System.err.println("[site] " + findings.size() + " findings; see spec/gaps.yaml and CONTRIBUTING.md");
            System.exit(1);
        }
        System.out.println("[site] " + files.size() + " files in " + options.output());
    }

    private static void replace(Path directory, Map<String, String> files) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }
}
