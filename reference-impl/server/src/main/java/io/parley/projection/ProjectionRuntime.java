package io.parley.projection;

import io.parley.log.LogRuntime;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What projections take from their surroundings.
 *
 * @param log executor, timer, clock and randomness, the same as the log's
 * @param nanoTime nanoseconds since some moment, never set back; leases are measured by it
 */
public record ProjectionRuntime(LogRuntime log, LongSupplier nanoTime) {

    Executor executor() {
        return log.executor();
    }

    long nanos() {
        return nanoTime.getAsLong();
    }

    long millis() {
        return log.clock().millis();
    }

    void after(Duration delay, Runnable step) {
        log.timer().after(delay, () -> executor().execute(step));
    }

    UUID newId() {
        return new UUID(log.random().nextLong(), log.random().nextLong());
    }
}
