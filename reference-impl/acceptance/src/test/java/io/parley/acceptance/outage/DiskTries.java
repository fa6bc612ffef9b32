package io.parley.acceptance.outage;

import io.parley.evidence.ResultFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was asked of a store whose disk fills up, as those who asked were told, beside what it shows afterwards. */
final class DiskTries {

    private static final String SOURCE =
            "mvn -Pfull-disk -pl reference-impl/acceptance -am package -Dtest=FullDiskTest";

    private final List<String> accepted = new ArrayList<>();
    private int refused;

    /** Takes down the answer; whether it is that this was accepted. */
    boolean note(String what, boolean wasAccepted) {
        if (wasAccepted) {
            accepted.add(what);
        } else {
            refused++;
        }
        return wasAccepted;
    }

    /** In the order of the answers. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    int refused() {
        return refused;
    }

    int lost(List<String> found) {
        Set<String> there = new HashSet<>(found);
        return Math.toIntExact(
                accepted.stream().filter(what -> !there.contains(what)).count());
    }

    /** What is there twice, in another place than one after the other, or without having been accepted. */
    int violations(List<String> found) {
        List<String> expected = new ArrayList<>(accepted);
        expected.retainAll(new HashSet<>(found));
        int wrong = 0;
        int next = 0;
        for (String what : found) {
            if (next < expected.size() && expected.get(next).equals(what)) {
                next++;
            } else {
                wrong++;
            }
        }
        return wrong;
    }

    /**
     * Appends the counts to the file of {@code -Dparley.full-disk.results}, if there is one.
     *
     * @param found of all messages, in the order of the log
     */
    void recordMessages(List<String> found) {
        results().ifPresent(results -> {
            add(results, "cassandra", "messages", found);
            results.add(
                    "full-disk.cassandra.violations",
                    violations(found),
                    "violations",
                    "messages that are doubled, in another order or never accepted");
        });
    }

    /** @param found of the accounts that were accepted; no others can be asked for */
    void recordAccounts(List<String> found) {
        results().ifPresent(results -> add(results, "postgres", "accounts", found));
    }

    private void add(ResultFile results, String store, String unit, List<String> found) {
        String id = "full-disk." + store;
        results.add(
                id + ".accepted",
                accepted.size(),
                unit,
                "one after the other: before the disk is full, until it is, and after");
        results.add(id + ".refused", refused, "answers", "that it failed, or that its outcome is unknown");
        results.add(id + ".lost", lost(found), unit, "of those that were accepted");
    }

    private static Optional<ResultFile> results() {
        return Optional.ofNullable(System.getProperty("parley.full-disk.results"))
                .map(file -> ResultFile.at(Path.of(file), SOURCE));
    }
}
