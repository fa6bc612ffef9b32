package io.parley.site;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line of {@link Site}: {@code --name=value} each.
 *
 * @param project root directory of the project
 * @param output directory that is replaced
 * @param evidence {@code auto}, {@code strict} or {@code report}
 * @param buildStarted evidence that is older does not count
 * @param builtModules the modules of the build, as Maven prints them
 * @param testFilter the tests that the build was limited to; empty for none
 */
record Options(
        Path project,
        Path output,
        EvidenceMode evidence,
        Instant buildStarted,
        String builtModules,
        String testFilter) {

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is missing or has another form
     */
    static Options parse(String... arguments) {
        Map<String, String> values = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .filter(parts -> parts.length == 2 && parts[0].startsWith("--"))
                .collect(Collectors.toMap(parts -> parts[0].substring(2), parts -> parts[1]));
        return new Options(
                Path.of(required(values, "project")).toAbsolutePath().normalize(),
                Path.of(required(values, "output")).toAbsolutePath().normalize(),
                EvidenceMode.ofWord(required(values, "evidence")),
                Instant.parse(required(values, "build-started")),
                values.getOrDefault("built-modules", ""),
                filter(values.getOrDefault("test-filter", "")));
    }

    /** Maven leaves the name of an unset property as it stands. */
    static String filter(String value) {
        return value.startsWith("${") || value.equals("null") ? "" : value;
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + "=, expected an argument --" + name + "=value");
        }
        return value;
    }
}
