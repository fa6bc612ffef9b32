package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Holds what the rounds of faults recorded against the goal that nothing is lost: they take hours, and disks and a network of their own,
 * so that no build plays all of them. Of several records of one figure the latest counts.
 */
public final class FaultRecords {

    private static final int CRASH_ROUNDS_MIN = 200;
    private static final int PARTITION_ROUNDS_MIN = 10;
    private static final String REPAIR_LIMIT = "projection.repair-seconds-max";

    /**
     * With our settings a silent node costs twice the time limit of a request, which is three seconds; with the driver's own
     * three times as much. This is in between, as the machine is shared.
     */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(12);

    private final List<RecordedResult> results;

    /** @param results as they were recorded, those of one figure in the order of their dates */
    public FaultRecords(List<RecordedResult> results) {
        this.results = List.copyOf(results);
    }

    /** Adds a finding for each figure that is missing, is not what the goal asks for, or is of another run than its rounds. */
    public void check(List<Limit> limits, Findings findings) {
        judge("crash.rounds", "at least " + CRASH_ROUNDS_MIN, rounds -> rounds >= CRASH_ROUNDS_MIN, findings);
        judge(
                "partition.rounds",
                "at least " + PARTITION_ROUNDS_MIN,
                rounds -> rounds >= PARTITION_ROUNDS_MIN,
                findings);
        for (String kind : List.of("crash", "partition")) {
            String rounds = kind + ".rounds";
            judgeOfSameRun(rounds, kind + ".violations", "0", violations -> violations == 0, findings);
            judgeOfSameRun(rounds, kind + ".outcomes.unknown", "more than 0", unknown -> unknown > 0, findings);
            judgeOfSameRun(rounds, kind + ".messages.in-doubt", "more than 0", inDoubt -> inDoubt > 0, findings);
            judgeOfSameRun(rounds, kind + ".refusals", "more than 0", refusals -> refusals > 0, findings);
        }
        judgeOfSameRun("crash.rounds", "crash.rounds.ring", "more than 0", rounds -> rounds > 0, findings);
        judgeOfSameRun(
                "partition.rounds", "partition.messages.without-quorum", "0", messages -> messages == 0, findings);
        judgeOfSameRun(
                "partition.rounds", "partition.messages.meanwhile", "more than 0", messages -> messages > 0, findings);
        judgeOfSameRun(
                "partition.rounds",
                "partition.silence.everything",
                "at most " + SILENCE_MAX.toMillis(),
                millis -> millis <= SILENCE_MAX.toMillis(),
                findings);
        for (String store : List.of("cassandra", "postgres")) {
            String disk = "full-disk." + store;
            judge(disk + ".accepted", "more than 0", accepted -> accepted > 0, findings);
            judgeOfSameRun(disk + ".accepted", disk + ".refused", "more than 0", refused -> refused > 0, findings);
            judgeOfSameRun(disk + ".accepted", disk + ".lost", "0", lost -> lost == 0, findings);
        }
        judgeOfSameRun(
                "full-disk.cassandra.accepted",
                "full-disk.cassandra.violations",
                "0",
                violations -> violations == 0,
                findings);
        long repairMillis = Duration.ofSeconds(limits.stream()
                        .filter(limit -> limit.id().equals(REPAIR_LIMIT))
                        .findFirst()
                        .orElseThrow()
                        .value())
                .toMillis();
        judge("crash.repair.time", "at most " + repairMillis, millis -> millis > 0 && millis <= repairMillis, findings);
    }

    private void judgeOfSameRun(
            String rounds, String figure, String expected, DoublePredicate asExpected, Findings findings) {
        judge(figure, expected, asExpected, findings);
        Optional<RecordedResult> run = latest(rounds);
        Optional<RecordedResult> recorded = latest(figure);
        if (run.isPresent()
                && recorded.isPresent()
                && !(Objects.equals(run.get().commit(), recorded.get().commit())
                        && Objects.equals(run.get().source(), recorded.get().source()))) {
            findings.add("results", figure + " is not of the run that " + rounds + " is of");
        }
    }

    private void judge(String figure, String expected, DoublePredicate asExpected, Findings findings) {
        Optional<RecordedResult> recorded = latest(figure);
        if (recorded.isEmpty()) {
            findings.add("results", figure + " is not recorded, expected " + expected);
        } else if (!asExpected.test(recorded.get().value())) {
            findings.add("results", figure + "=" + recorded.get().value() + ", expected " + expected);
        }
    }

    private Optional<RecordedResult> latest(String figure) {
        return results.stream().filter(result -> result.id().equals(figure)).reduce((earlier, later) -> later);
    }
}
