package io.parley.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tests of one build left in the modules' {@code target/evidence/*.jsonl}: test runs and proofs of rules.
 *
 * @param runs ordered by name
 * @param proofs ordered by rule and seed
 * @param modules directories, relative to the project, that left any evidence
 * @param errors lines that break a rule, such as a test that names more than three ids
 */
public record Evidence(List<TestRun> runs, List<RuleProof> proofs, SortedSet<String> modules, List<String> errors) {

    /** A tool may add members for its own use, so unknown ones pass here. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Evidence {
        runs = List.copyOf(runs);
        proofs = List.copyOf(proofs);
        errors = List.copyOf(errors);
    }

    /** No test ran. */
    public static Evidence none() {
        return new Evidence(List.of(), List.of(), new TreeSet<>(), List.of());
    }

    /**
     * Reads what this build wrote.
     *
     * @param project root directory
     * @param modules module directories, relative to the root
     * @param buildStarted files that are older than this come from an earlier build and do not count
     * @throws DataException when a file is no evidence
     */
    public static Evidence read(Path project, List<String> modules, Instant buildStarted) {
        List<TestRun> runs = new ArrayList<>();
        List<RuleProof> proofs = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        SortedSet<String> seen = new TreeSet<>();
        for (String module : modules) {
            for (Path file : filesOf(project.resolve(module), buildStarted)) {
                for (Line line : DataFiles.jsonLines(file, Line.class, JSON)) {
                    seen.add(module);
                    try {
                        line.addTo(runs, proofs);
                    } catch (IllegalArgumentException e) {
                        errors.add(module + ": " + e.getMessage());
                    }
                }
            }
        }
        runs.sort(Comparator.comparing(TestRun::test).thenComparing(TestRun::result));
        proofs.sort(Comparator.comparing(RuleProof::rule).thenComparing(RuleProof::seed));
        return new Evidence(runs, proofs, seen, errors);
    }

    /** Runs of tests that name the id. */
    public List<TestRun> of(String id) {
        return runs.stream().filter(run -> run.ids().contains(id)).toList();
    }

    private static List<Path> filesOf(Path module, Instant buildStarted) {
        Path directory = module.resolve("target").resolve("evidence");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> fresh = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                boolean ofThisBuild =
                        !Files.getLastModifiedTime(file).toInstant().isBefore(buildStarted);
                if (file.toString().endsWith(".jsonl") && ofThisBuild) {
                    fresh.add(file);
                }
            }
            return fresh;
        } catch (IOException e) {
            throw new DataException(directory + " cannot be listed", e);
        }
    }

    /** One line: either a test run or the proof of a rule. */
    private record Line(
            @Nullable String test,
            @Nullable List<String> ids,
            @Nullable String result,
            @Nullable Long millis,
            @Nullable String rule,
            @Nullable String seed,
            @Nullable Boolean caught) {

        void addTo(List<TestRun> runs, List<RuleProof> proofs) {
            if (test != null && ids != null && result != null) {
                runs.add(new TestRun(test, ids, Outcome.ofWord(result), millis == null ? 0 : millis));
            } else if (rule != null && seed != null && caught != null) {
                proofs.add(new RuleProof(rule, seed, caught));
            } else {
                throw new IllegalArgumentException("a line is neither a test run nor the proof of a rule: " + this);
            }
        }
    }
}
