package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.projection.Incarnation.Moment;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a node may rely on a renewal. */
@Verifies("INV-7")
class IncarnationTest {

    private static final Duration WAIT = Duration.ofSeconds(2);

    private long nanos;
    private final Incarnation incarnation = new Incarnation(
            new UUID(1, 2), new Moment(0, 0), SmallSettings.runtime(() -> nanos), SmallSettings.settings());

    @Test
    void countsItsLeaseFromWhenTheRenewalWasBegunAndNotFromItsAnswer() {
        Moment begun = new Moment(0, 0);
        nanos += WAIT.toNanos();
        incarnation.confirmed(begun);
        assertThat(incarnation.isHeld()).isTrue();

        nanos += SmallSettings.LEASE.minus(WAIT).toNanos();
        assertThat(incarnation.isHeld()).isFalse();
    }

    @Test
    void believesTheClockThatSaysMoreTimeHasPassed() {
        Moment wallSaysLater = new Moment(0, -SmallSettings.LEASE.toMillis());
        incarnation.confirmed(wallSaysLater);

        assertThat(incarnation.isHeld()).isFalse();
    }

    @Test
    void givesTimestampsThatOnlyGrow() {
        long first = incarnation.nextTimestamp();
        assertThat(incarnation.nextTimestamp()).isGreaterThan(first);
        nanos += WAIT.toNanos();
        assertThat(incarnation.nextTimestamp()).isGreaterThan(first + WAIT.toMillis());
    }
}
