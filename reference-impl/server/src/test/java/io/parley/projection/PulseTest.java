package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.log.BackOff;
import io.parley.log.LogRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Time time = new Time();
    private final MemoryRows rows = new MemoryRows();
    private final ProjectionRuntime runtime = new ProjectionRuntime(
            new LogRuntime(time::execute, time::after, time::instant, new Random(1)), time::nanos);
    private final ProjectionSettings settings = World.settings();

    @Test
    void beatsOnWhenLettingGoOfSomethingThrows() {
        AtomicInteger tries = new AtomicInteger();
        ProjectionParts parts = new ProjectionParts(
                new Applier(List.of(), rows, settings, runtime),
                rows,
                new Lease(rows, settings, runtime, () -> 0),
                new BacklogRoom(World.BACKLOG_BYTES_MAX),
                settings,
                runtime,
                new BackOff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1)),
                new AtomicReference<>(),
                new AtomicReference<>(repaired -> {}));
        new Pulse(parts, new Watch(rows, settings, runtime), new Sweeper(rows, parts), () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("an error that was planted");
                })
                .start();

        time.pass(Duration.ofSeconds(3));

        assertThat(tries).hasValueGreaterThan(2);
        assertThat(rows.beats().get(0).beat()).isGreaterThan(1);
    }
}
