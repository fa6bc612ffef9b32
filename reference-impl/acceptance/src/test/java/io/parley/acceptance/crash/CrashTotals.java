package io.parley.acceptance.crash;

import io.parley.evidence.ResultFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The counts of several rounds together. */
final class CrashTotals {

    private static final String SOURCE = "mvn -pl reference-impl/acceptance -am -Dtest=CrashRoundTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dparley.crash.rounds=%d -Dparley.crash.seed=%d test";

    private final List<CrashRound.Report> reports = new ArrayList<>();

    void add(CrashRound.Report report) {
        reports.add(report);
    }

    int rounds() {
        return reports.size();
    }

    int undecided() {
        return sum(CrashRound.Report::undecided);
    }

    int inDoubt() {
        return sum(CrashRound.Report::inDoubt);
    }

    /** Appends them to the file of {@code -Dparley.crash.results}, if there is one. */
    void record() {
        String file = System.getProperty("parley.crash.results");
        if (file == null || reports.isEmpty()) {
            return;
        }
        ResultFile results = ResultFile.at(
                Path.of(file), SOURCE.formatted(rounds(), reports.get(0).seed()));
        results.add(
                "crash.rounds",
                rounds(),
                "rounds",
                "server, Cassandra and PostgreSQL each killed and stalled in turn, and all killed at once, under two senders");
        results.add("crash.messages.acknowledged", sum(CrashRound.Report::acknowledged), "messages", "of as many sent");
        results.add("crash.outcomes.unknown", undecided(), "answers", "each repeated until it was decided");
        results.add("crash.messages.in-doubt", inDoubt(), "messages", "under way when the fault struck");
        results.add(
                "crash.violations",
                sum(report -> report.violations().size()),
                "violations",
                "lost, doubled, reordered, phantom or unauthorised entries in the clients' histories");
    }

    private int sum(ToIntFunction<CrashRound.Report> count) {
        return reports.stream().mapToInt(count).sum();
    }
}
