package io.parley.measure;

import io.parley.measure.plan.Plan;
import io.parley.measure.plan.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param plan what to measure
 * @param results the file that figures are appended to; empty to show them only
 * @param jar the server's executable jar
 * @param other another build's, to compare with
 * @param otherName what its figures are called
 * @param directory of stores, servers and logs; emptied by the next run
 * @param serverOptions of the JVM that the server runs on
 * @param note conditions of the run that a reader of its figures needs
 */
record Options(
        Plan plan,
        Path planFile,
        Optional<Path> results,
        Path jar,
        Optional<Path> other,
        String otherName,
        Path directory,
        List<String> serverOptions,
        String note) {

    static final String USAGE = """
            usage: Measure --plan FILE [--results FILE] [--jar FILE] [--other-jar FILE] [--other-name NAME]
                           [--directory FOLDER] [--server-option OPTION]… [--note TEXT]""";

    /** @throws IllegalArgumentException when it says something that cannot be done */
    static Options parse(List<String> arguments) {
        Path planFile = null;
        Optional<Path> results = Optional.empty();
        Path jar = Path.of("reference-impl", "server", "target", "parley-server", "parley-server.jar");
        Optional<Path> other = Optional.empty();
        String otherName = Scenario.OTHER;
        Path directory = Path.of("target", "measure");
        List<String> serverOptions = new ArrayList<>();
        String note = "";
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + ", expected a value after it");
            }
            String value = arguments.get(i + 1);
            switch (name) {
                case "--plan" -> planFile = Path.of(value);
                case "--results" -> results = Optional.of(Path.of(value));
                case "--jar" -> jar = file(name, value);
                case "--other-jar" -> other = Optional.of(file(name, value));
                case "--other-name" -> otherName = name(name, value);
                case "--directory" -> directory = Path.of(value);
                case "--server-option" -> serverOptions.add(value);
                case "--note" -> note = value;
                default -> throw new IllegalArgumentException(name + ", expected an option as below");
            }
        }
        if (planFile == null) {
            throw new IllegalArgumentException("no plan, expected --plan FILE");
        }
        return new Options(
                Plan.read(planFile), planFile, results, jar, other, otherName, directory, serverOptions, note);
    }

    /** A part of an id of results. */
    private static String name(String option, String value) {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(option + "=" + value + ", expected lower-case words with - between");
        }
        return value;
    }

    private static Path file(String name, String value) {
        Path file = Path.of(value);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(name + "=" + value + ", expected a file");
        }
        return file;
    }
}
