package io.parley.acceptance.crash;

import io.parley.evidence.ResultFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The counts of several rounds together. */
record CrashTotals(List<CrashJournal.Line> rounds) {

    int undecided() {
        return sum(CrashJournal.Line::undecided);
    }

    int inDoubt() {
        return sum(CrashJournal.Line::inDoubt);
    }

    /** Rounds in which something was wrong, a message was never acknowledged, or nobody tried what is forbidden. */
    List<CrashJournal.Line> spoilt() {
        return rounds.stream()
                .filter(line -> line.violations() > 0
                        || line.acknowledged() != line.sent()
                        || line.acknowledged() < CrashRound.ACKNOWLEDGED_MIN
                        || line.refusals() == 0)
                .toList();
    }

    /** Appends them to the file of {@code -Dparley.crash.results}, if there is one. */
    void record(String source) {
        String file = System.getProperty("parley.crash.results");
        if (file == null || rounds.isEmpty()) {
            return;
        }
        ResultFile results = ResultFile.at(Path.of(file), source);
        results.add(
                "crash.rounds",
                rounds.size(),
                "rounds",
                "server, Cassandra and PostgreSQL each killed and stalled in turn, one Cassandra of three as well, and all"
                        + " at once, under two senders");
        results.add(
                "crash.rounds.ring",
                count(line -> line.fault().isOfARing()),
                "rounds",
                "of these with one Cassandra of three killed or stalled");
        results.add("crash.messages.acknowledged", sum(CrashJournal.Line::acknowledged), "messages", "of as many sent");
        results.add(
                "crash.messages.meanwhile",
                sum(line -> line.fault().isOfARing() ? line.meanwhile() : 0),
                "messages",
                "acknowledged while one Cassandra of three was dead or stalled");
        results.add("crash.outcomes.unknown", undecided(), "answers", "each repeated until it was decided");
        results.add("crash.messages.in-doubt", inDoubt(), "messages", "under way when the fault struck");
        results.add(
                "crash.refusals",
                sum(CrashJournal.Line::refusals),
                "refusals",
                "of who is no member, in the way that was refused least: to send, to read or to resume");
        results.add(
                "crash.violations",
                sum(CrashJournal.Line::violations),
                "violations",
                "lost, doubled, reordered, phantom or unauthorised entries in the clients' histories");
    }

    private int sum(ToIntFunction<CrashJournal.Line> count) {
        return rounds.stream().mapToInt(count).sum();
    }

    private int count(Predicate<CrashJournal.Line> which) {
        return Math.toIntExact(rounds.stream().filter(which).count());
    }
}
