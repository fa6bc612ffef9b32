package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.acceptance.OwnInstallation;
import io.parley.evidence.Verifies;
import java.security.SecureRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Something dies or stalls under load, each part alone and all at once. {@code -Dparley.crash.rounds} asks for more rounds,
 * {@code -Dparley.crash.seed} for the faults and moments of an earlier run: threads and disks stay as random as they are.
 * {@code -Dparley.crash.results} names a file that the counts are recorded in.
 */
@ResourceLock(OwnInstallation.LOCK)
class CrashRoundTest {

    private static final int ROUNDS = 10;

    private final CrashTotals totals = new CrashTotals();

    @TestFactory
    @Verifies({"MSG-17", "QG-2", "INV-3"})
    Stream<DynamicTest> losesDoublesAndReordersNothingThatWasAcknowledged() {
        long first = Long.getLong("parley.crash.seed", new SecureRandom().nextInt(1_000_000_000));
        int count = Integer.getInteger("parley.crash.rounds", ROUNDS);
        Stream<DynamicTest> rounds = LongStream.range(first, first + count)
                .mapToObj(seed -> dynamicTest(Fault.of(seed) + ", seed " + seed, () -> play(seed)));
        return Stream.concat(rounds, Stream.of(dynamicTest("over all rounds", () -> look(count))));
    }

    private void play(long seed) {
        CrashRound.Report report = new CrashRound(OwnInstallation.shared(), seed).play();
        System.out.println(report);
        totals.add(report);

        assertThat(report.violations())
                .as("play again with -Dparley.crash.seed=" + seed + " -Dparley.crash.rounds=1")
                .isEmpty();
        assertThat(report.acknowledged()).isEqualTo(report.sent()).isGreaterThanOrEqualTo(CrashRound.ACKNOWLEDGED_MIN);
    }

    /** The rounds were hard enough to say something. */
    private void look(int count) {
        totals.record();
        assertThat(totals.rounds()).isEqualTo(count);
        if (count >= Fault.values().length) {
            assertThat(totals.undecided()).isPositive();
            assertThat(totals.inDoubt()).isPositive();
        }
    }
}
