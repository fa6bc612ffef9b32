package io.parley.acceptance.crash;

import io.parley.evidence.ResultFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The counts of all cuts together.
 *
 * @param rows of all logs, on each of three replicas in the end
 * @param lacking of these, rows that replicas had not yet after the others handed over what they kept for them
 */
record PartitionTotals(List<Round> rounds, int rows, int lacking) {

    /** @param untilNoticed the cut lasted until the nodes took each other for dead */
    record Round(Cut cut, boolean untilNoticed, CrashReport report) {}

    private static final String SOURCE =
            "mvn -Ppartition -pl reference-impl/acceptance -am package -Dtest=PartitionTest"
                    + " -Dparley.crash.seed=%d";

    /** Appends them to the file of {@code -Dparley.partition.results}, if there is one. */
    void record(long seed) {
        String file = System.getProperty("parley.partition.results");
        if (file == null) {
            return;
        }
        ResultFile results = ResultFile.at(Path.of(file), SOURCE.formatted(seed));
        results.add(
                "partition.rounds",
                rounds.size(),
                "rounds",
                "one of three Cassandra nodes cut from the others, from everything, in one direction and in the other, and"
                        + " each from each; each for a moment and until it was noticed");
        results.add("partition.messages.acknowledged", sum(CrashReport::acknowledged), "messages", "of as many sent");
        results.add(
                "partition.messages.meanwhile",
                begunMeanwhile(Cut::leavesAQuorum),
                "messages",
                "made and acknowledged while one node of three was cut off");
        results.add(
                "partition.messages.without-quorum",
                begunMeanwhile(cut -> !cut.leavesAQuorum()),
                "messages",
                "made and acknowledged while no two nodes reached each other");
        results.add(
                "partition.connections.lost",
                sum(CrashReport::disconnected),
                "connections",
                "of clients, during a cut");
        results.add(
                "partition.outcomes.unknown", sum(CrashReport::undecided), "answers", "each repeated until decided");
        results.add("partition.messages.in-doubt", sum(CrashReport::inDoubt), "messages", "under way at the cut");
        results.add(
                "partition.refusals",
                sum(CrashReport::leastRefusals),
                "refusals",
                "of who is no member, in the way that was refused least: to send, to read or to resume");
        results.add(
                "partition.violations",
                sum(report -> report.violations().size()),
                "violations",
                "lost, doubled, reordered, phantom or unauthorised entries in the clients' histories");
        results.add("partition.rows", rows, "rows", "of all logs, the same on each of three replicas read alone");
        results.add(
                "partition.rows.lacking",
                lacking,
                "rows",
                "that replicas lacked before a read of all of them, after hints had been handed over");
        results.add(
                "partition.silence.nodes",
                longest(cut -> cut.leavesAQuorum() && cut != Cut.FROM_EVERYTHING, CrashReport::silenceMillis),
                "ms",
                "the longest time without any acknowledgement while a node that the server reached was cut from the others");
        results.add(
                "partition.silence.everything",
                longest(cut -> cut == Cut.FROM_EVERYTHING, CrashReport::silenceMillis),
                "ms",
                "the longest time without any acknowledgement while a node was cut from the others and from the server");
        results.add(
                "partition.recovery.none",
                longest(cut -> !cut.leavesAQuorum(), CrashReport::recoveryMillis),
                "ms",
                "the longest time to the next acknowledgement after a cut that had left no quorum");
    }

    private int sum(ToIntFunction<CrashReport> count) {
        return rounds.stream()
                .mapToInt(round -> count.applyAsInt(round.report()))
                .sum();
    }

    private int begunMeanwhile(Predicate<Cut> which) {
        return rounds.stream()
                .filter(round -> which.test(round.cut()))
                .mapToInt(round -> round.report().begunMeanwhile())
                .sum();
    }

    private int longest(Predicate<Cut> which, ToLongFunction<CrashReport> time) {
        return Math.toIntExact(rounds.stream()
                .filter(round -> which.test(round.cut()))
                .mapToLong(round -> time.applyAsLong(round.report()))
                .max()
                .orElseThrow());
    }
}
