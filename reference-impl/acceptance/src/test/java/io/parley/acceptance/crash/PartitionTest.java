package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.acceptance.OwnInstallation;
import io.parley.evidence.Verifies;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The network between a server and three Cassandra nodes is cut under load, in every way once for a moment and once until it
 * is noticed, and healed. In the profile {@code partition}: it makes a network, as root.
 *
 * <p>{@code -Dparley.crash.seed} asks for the moments and nodes of an earlier run; {@code -Dparley.partition.results} names a
 * file that the counts are recorded in.
 */
@Tag("partition")
@ResourceLock(OwnInstallation.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"QG-2", "MSG-17", "INV-3"})
class PartitionTest {

    /** A silent node is asked nothing more after half of this; by the driver's own settings, after half as long again. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(12);

    private final long seed = Long.getLong("parley.crash.seed", new SecureRandom().nextInt(1_000_000_000));
    private final PartitionedRing ring = PartitionedRing.startedBeside(OwnInstallation.shared());
    private final List<PartitionTotals.Round> played = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> losesDoublesAndReordersNothingWhileTheNetworkFallsApart() {
        Stream<DynamicTest> rounds = Stream.of(Cut.values()).flatMap(cut -> Stream.of(false, true)
                .map(untilNoticed -> dynamicTest(
                        cut + (untilNoticed ? ", until it is noticed" : ", for a moment") + ", seed " + seed,
                        () -> play(cut, untilNoticed))));
        return Stream.concat(rounds, Stream.of(dynamicTest("over all rounds", this::allReplicasHoldTheSame)));
    }

    private void play(Cut cut, boolean untilNoticed) {
        CrashReport report = new CrashRound(ring.trouble(cut, untilNoticed), seed).play();
        System.out.println(cut + ", " + untilNoticed + ": " + report);
        played.add(new PartitionTotals.Round(cut, untilNoticed, report));

        assertThat(report.violations())
                .as("play again with -Dparley.crash.seed=" + seed)
                .isEmpty();
        assertThat(report.acknowledged()).isEqualTo(report.sent()).isGreaterThanOrEqualTo(CrashRound.ACKNOWLEDGED_MIN);
        assertThat(report.leastRefusals()).as(report.refusals().toString()).isPositive();
        assertThat(report.disconnected()).isZero();
        if (cut.leavesAQuorum()) {
            assertThat(report.begunMeanwhile()).isPositive();
        } else {
            assertThat(report.begunMeanwhile()).isZero();
            assertThat(report.undecided()).isPositive();
        }
        if (cut == Cut.FROM_EVERYTHING) {
            assertThat(report.silenceMillis()).isLessThan(SILENCE_MAX.toMillis());
        }
        ring.awaitWhole();
    }

    /** What was handed over after each cut, and what a read of all replicas mends. */
    private void allReplicasHoldTheSame() {
        List<Set<String>> handedOver = ring.logsOfEachAlone();
        Set<String> all = new HashSet<>();
        handedOver.forEach(all::addAll);
        int lacking =
                handedOver.stream().mapToInt(rows -> all.size() - rows.size()).sum();
        ring.awaitWhole();
        Set<String> repaired = ring.repairedLogs();
        List<Set<String>> alone = ring.logsOfEachAlone();
        System.out.println(all.size() + " rows, lacking " + lacking);

        assertThat(alone).allSatisfy(rows -> assertThat(rows).isEqualTo(repaired));
        assertThat(repaired).isEqualTo(all).hasSizeGreaterThan(CrashRound.ACKNOWLEDGED_MIN);
        new PartitionTotals(played, repaired.size(), lacking).record(seed);
    }

    @AfterAll
    void close() {
        ring.close();
    }
}
