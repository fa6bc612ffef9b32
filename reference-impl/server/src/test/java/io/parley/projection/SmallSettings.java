package io.parley.projection;

import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.LongSupplier;

/** What tests of parts run on that ask no store for anything. */
final class SmallSettings {

    static final Duration LEASE = Duration.ofSeconds(3);
    static final Duration RETRY_MAX = Duration.ofSeconds(10);
    static final Duration SHARD = Duration.ofMinutes(1);
    static final int PUT_OFF_MAX = 20;

    private SmallSettings() {}

    static ProjectionSettings settings() {
        return new ProjectionSettings(
                LEASE,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                RETRY_MAX,
                Duration.ofSeconds(1),
                Duration.ofMillis(250),
                Duration.ofSeconds(20),
                SHARD,
                1_000,
                8,
                1 << 16,
                new LogSettings.Reads(4, 4_096, 16_384),
                10,
                2,
                PUT_OFF_MAX);
    }

    /** Both clocks go by these nanoseconds; nothing is run. */
    static ProjectionRuntime runtime(LongSupplier nanos) {
        return new ProjectionRuntime(
                new LogRuntime(
                        step -> {
                            throw new AssertionError();
                        },
                        (delay, step) -> {
                            throw new AssertionError();
                        },
                        () -> Instant.EPOCH.plusNanos(nanos.getAsLong()),
                        new Random(1)),
                nanos);
    }
}
