package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.OwnInstallation;
import io.parley.evidence.Verifies;
import java.security.SecureRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything is killed under load. {@code -Dparley.crash.rounds} asks for more than one round, {@code -Dparley.crash.seed}
 * for the moments of an earlier run: threads and disks stay as random as they are.
 */
@ResourceLock(OwnInstallation.LOCK)
class CrashRoundTest {

    static LongStream seeds() {
        long first = Long.getLong("parley.crash.seed", new SecureRandom().nextInt(1_000_000_000));
        return LongStream.range(first, first + Integer.getInteger("parley.crash.rounds", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Verifies({"MSG-17", "QG-2", "INV-3"})
    void nothingAcknowledgedIsLostDoubledOrReorderedWhenEverythingIsKilled(long seed) {
        CrashRound.Report report = new CrashRound(OwnInstallation.shared(), seed).play();
        System.out.println(report);

        assertThat(report.violations())
                .as("replay the moments with -Dparley.crash.seed=" + seed)
                .isEmpty();
        assertThat(report.acknowledged()).isEqualTo(report.sent()).isPositive();
    }
}
