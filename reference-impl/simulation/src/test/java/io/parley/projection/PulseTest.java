package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.log.BackOff;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final World world = new World();
    private final Node node = world.node();
    private final ProjectionRuntime runtime = node.surroundings();
    private final ProjectionSettings settings = World.settings();

    @Test
    void beatsOnWhenLettingGoOfSomethingThrows() {
        AtomicInteger tries = new AtomicInteger();
        Lease lease = new Lease(node.incarnations.port(), settings, runtime, () -> 0);
        ProjectionParts parts = new ProjectionParts(
                new Applier(List.of(), node.watermarks.port(), settings, runtime),
                node.markers.port(),
                lease,
                new BacklogRoom(World.BACKLOG_BYTES_MAX),
                settings,
                runtime,
                new BackOff(
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        runtime.log().random()),
                new AtomicReference<>(),
                new AtomicReference<>(repaired -> {}));
        Watch watch = new Watch(node.incarnations.port(), settings, runtime);
        new Pulse(parts, watch, new Sweeper(node.incarnations.port(), parts), () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("an error that was planted");
                })
                .start();

        world.pass(Duration.ofSeconds(4));

        assertThat(tries).hasValueGreaterThan(2);
        assertThat(world.beats())
                .filteredOn(beat ->
                        beat.incarnation().equals(lease.present().orElseThrow().id()))
                .singleElement()
                .satisfies(beat -> assertThat(beat.beat()).isGreaterThan(1));
    }
}
