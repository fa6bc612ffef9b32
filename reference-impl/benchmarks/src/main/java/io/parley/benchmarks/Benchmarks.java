package io.parley.benchmarks;

import io.parley.embedded.CassandraMemory;
import io.parley.embedded.CassandraNode;
import io.parley.embedded.CassandraSettings;
import io.parley.evidence.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks in rounds, each in a fresh JVM per benchmark, and records the median of the rounds: on a machine that
 * others use, rounds that take turns can be compared where long runs one after the other cannot.
 */
public final class Benchmarks {

    private static final Path DIRECTORY = Path.of("target", "benchmarks");

    private Benchmarks() {}

    /**
     * Starts a Cassandra, measures, and appends the results.
     *
     * @param arguments count of rounds, file of results, and patterns of benchmark names (none: all)
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        int rounds = Integer.parseInt(arguments[0]);
        ResultFile results =
                ResultFile.at(Path.of(arguments[1]), "mvn -pl reference-impl/benchmarks -am package -Pbenchmarks");
        List<String> patterns = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            patterns.addAll(List.of(arguments[i].trim().split("\\s+")));
        }
        Files.createDirectories(DIRECTORY);
        Figures figures = new Figures();
        try (CassandraNode cassandra = new CassandraNode(
                CassandraSettings.in(DIRECTORY.resolve("cassandra")).withMemory(CassandraMemory.LOAD))) {
            cassandra.start();
            for (int round = 1; round <= rounds; round++) {
                for (RunResult result : run(cassandra, patterns, DIRECTORY.resolve("round-" + round + ".json"))) {
                    figures.add(result);
                }
            }
        }
        figures.recordTo(results);
        System.out.println(figures.table());
    }

    private static Iterable<RunResult> run(CassandraNode cassandra, List<String> patterns, Path report)
            throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        patterns.stream().filter(pattern -> !pattern.isEmpty()).forEach(options::include);
        options.forks(1)
                .shouldFailOnError(true)
                .jvmArgsAppend("-Dparley.benchmark.cassandra="
                        + cassandra.contactPoint().getHostString() + ":"
                        + cassandra.contactPoint().getPort())
                .resultFormat(ResultFormatType.JSON)
                .result(report.toString());
        return new Runner(options.build()).run();
    }
}
