package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.log.LogRuntime;
import io.parley.projection.Incarnation.Moment;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a node may rely on a renewal. */
@Verifies("INV-7")
class IncarnationTest {

    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Time time = new Time();
    private final Incarnation incarnation = new Incarnation(
            new UUID(1, 2),
            new Moment(0, time.instant().toEpochMilli()),
            new ProjectionRuntime(
                    new LogRuntime(time::execute, time::after, time::instant, new Random(1)), time::nanos),
            World.settings());

    @Test
    void countsItsLeaseFromWhenTheRenewalWasBegunAndNotFromItsAnswer() {
        Moment begun = new Moment(0, time.instant().toEpochMilli());
        time.pass(WAIT);
        incarnation.confirmed(begun);
        assertThat(incarnation.isHeld()).isTrue();

        time.pass(World.LEASE.minus(WAIT));
        assertThat(incarnation.isHeld()).isFalse();
    }

    @Test
    void believesTheClockThatSaysMoreTimeHasPassed() {
        Moment wallSaysLater = new Moment(0, time.instant().minus(World.LEASE).toEpochMilli());
        incarnation.confirmed(wallSaysLater);

        assertThat(incarnation.isHeld()).isFalse();
    }

    @Test
    void givesTimestampsThatOnlyGrow() {
        long first = incarnation.nextTimestamp();
        assertThat(incarnation.nextTimestamp()).isGreaterThan(first);
        time.pass(WAIT);
        assertThat(incarnation.nextTimestamp()).isGreaterThan(first + WAIT.toMillis());
    }
}
