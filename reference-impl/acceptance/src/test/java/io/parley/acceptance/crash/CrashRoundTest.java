package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.acceptance.OwnInstallation;
import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Something dies or stalls under load, each part alone and all at once. Threads and disks stay as random as they are. Two rounds
 * go on beside each other, as a round mostly waits for what starts again: one in the installation of the tests that break
 * something, the other on the stores of all other tests, and so after them. Those with a ring among them, which keeps a machine
 * busy by itself, are played one after the other.
 *
 * <p>{@code -Dparley.crash.rounds} asks for more rounds, {@code -Dparley.crash.seed} for the faults and moments of an earlier
 * run (with two rounds, the next one is played beside it), {@code -Dparley.crash.ring} for rounds on three Cassandra nodes among
 * them. {@code -Dparley.crash.journal} names a file with a line per round: rounds of this commit that stand there are not played
 * again but judged again, so that many can be played in parts. {@code -Dparley.crash.results} names a file that the counts are
 * recorded in.
 */
@Order(7)
@Isolated(
        "two rounds at a time fill the processors that senders, faults and restarts share; ten rounds have two minutes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashRoundTest {

    private static final int ROUNDS = 10;
    private static final boolean RINGS = Boolean.getBoolean("parley.crash.ring");
    private static final String SOURCE = "mvn -pl reference-impl/acceptance -am package -Dtest=CrashRoundTest"
            + " -Dparley.crash.rounds=%d -Dparley.crash.seed=%d -Dparley.crash.ring=%s";

    private final CrashJournal journal = Optional.ofNullable(System.getProperty("parley.crash.journal"))
            .map(file -> CrashJournal.in(Path.of(file)))
            .orElseGet(CrashJournal::inMemory);
    private final List<Sites> sites = sites();
    private final BlockingQueue<Sites> free = new LinkedBlockingQueue<>(sites);
    private final ExecutorService players = Executors.newFixedThreadPool(sites.size());

    @TestFactory
    @Verifies({"MSG-17", "QG-2", "INV-3"})
    Stream<DynamicTest> losesDoublesAndReordersNothingThatWasAcknowledged() {
        long first = Long.getLong("parley.crash.seed", aBeginning());
        int count = Integer.getInteger("parley.crash.rounds", ROUNDS);
        // All of them wait in line before the first one is looked at.
        List<DynamicTest> rounds = LongStream.range(first, first + count)
                .filter(seed -> !journal.has(seed))
                .mapToObj(seed -> {
                    Future<CrashReport> round = players.submit(() -> play(seed));
                    return dynamicTest(Fault.of(seed, RINGS) + ", seed " + seed, () -> judge(seed, round));
                })
                .toList();
        return Stream.concat(rounds.stream(), Stream.of(dynamicTest("over all rounds", () -> look(first, count))));
    }

    private static List<Sites> sites() {
        Sites first = new Sites(OwnInstallation::shared);
        return RINGS ? List.of(first) : List.of(first, new Sites(OwnInstallation::startedOnTheStoresOfAll));
    }

    /** Any seed, but one after which the rounds beyond one of each kind do not start Cassandra or the server again. */
    private static long aBeginning() {
        List<Fault> kinds = Fault.ofOneCassandra();
        long turn = new SecureRandom().nextInt(100_000_000);
        return turn * kinds.size() + kinds.indexOf(Fault.CASSANDRA_STALLED);
    }

    /** There are as many players as sites. */
    private CrashReport play(long seed) {
        Sites mine = free.remove();
        try {
            long start = System.nanoTime();
            Fault fault = Fault.of(seed, RINGS);
            CrashRound round = new CrashRound(fault.at(mine), seed);
            CrashReport report = round.play();
            System.out.println(fault + ", seed " + seed + ": " + report + ", " + round.laps());
            journal.add(CrashJournal.Line.of(
                    journal.commit(), seed, fault, report, (System.nanoTime() - start) / 1_000_000));
            return report;
        } finally {
            free.add(mine);
        }
    }

    private static void judge(long seed, Future<CrashReport> round) throws InterruptedException {
        String again =
                "play again with -Dparley.crash.seed=" + seed + " -Dparley.crash.rounds=1 -Dparley.crash.ring=" + RINGS;
        CrashReport report;
        try {
            report = round.get();
        } catch (ExecutionException e) {
            throw new AssertionError(again, e.getCause());
        }

        assertThat(report.violations()).as(again).isEmpty();
        assertThat(report.acknowledged())
                .as(again)
                .isEqualTo(report.sent())
                .isGreaterThanOrEqualTo(CrashRound.ACKNOWLEDGED_MIN);
        assertThat(report.leastRefusals()).as(again + ": " + report.refusals()).isPositive();
    }

    /** None went wrong, also of those that an earlier run played, and they were hard enough to say something. */
    private void look(long first, int count) {
        CrashTotals totals = new CrashTotals(journal.lines());
        assertThat(totals.rounds()).hasSize(count);
        totals.record(SOURCE.formatted(count, first, RINGS));
        assertThat(totals.spoilt()).isEmpty();
        if (count >= Fault.values().length) {
            assertThat(totals.rounds())
                    .extracting(CrashJournal.Line::fault)
                    .containsAll(RINGS ? List.of(Fault.values()) : Fault.ofOneCassandra());
            assertThat(totals.undecided()).isPositive();
            assertThat(totals.inDoubt()).isPositive();
        }
    }

    @AfterAll
    void close() {
        players.shutdownNow();
        sites.forEach(Sites::close);
    }
}
