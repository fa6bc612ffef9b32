package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything is killed under load. {@code -Dparley.crash.rounds} asks for more than one round, {@code -Dparley.crash.seed}
 * for the moments of an earlier run: threads and disks stay as random as they are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashRoundTest {

    private OwnInstallation installation;

    @BeforeAll
    void start() {
        installation = OwnInstallation.startedIn(Path.of("target", "crash"));
    }

    static LongStream seeds() {
        long first = Long.getLong("parley.crash.seed", new SecureRandom().nextInt(1_000_000_000));
        return LongStream.range(first, first + Integer.getInteger("parley.crash.rounds", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Verifies({"MSG-17", "QG-2", "INV-3"})
    void nothingAcknowledgedIsLostDoubledOrReorderedWhenEverythingIsKilled(long seed) {
        CrashRound.Report report = new CrashRound(installation, seed).play();
        System.out.println(report);

        assertThat(report.violations())
                .as("replay the moments with -Dparley.crash.seed=" + seed)
                .isEmpty();
        assertThat(report.acknowledged()).isEqualTo(report.sent()).isPositive();
    }

    @AfterAll
    void stop() {
        if (installation != null) {
            installation.close();
        }
    }
}
