package io.parley.simulation;

import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.SimulatedProcess;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node through its lives. */
final class Node {

    private static final int SLOWNESS = 40;
    private static final long ROOMY_BYTES = 1L << 24;
    private static final long NO_ROOM_BYTES = 64;

    private final String name;
    private final World world;
    private final Chance chance;
    private final Duration clockError;
    private final int slowness;
    private final long cachedBytesMax;
    private int lives;
    private @Nullable Incarnation running;

    Node(String name, World world, Chance chance) {
        this.name = name;
        this.world = world;
        this.chance = chance;
        this.clockError = chance.between(Numbers.CLOCK_ERROR_MAX.negated(), Numbers.CLOCK_ERROR_MAX);
        this.slowness = chance.happens(0.3) ? SLOWNESS : 1;
        this.cachedBytesMax = chance.happens(0.2) ? NO_ROOM_BYTES : ROOMY_BYTES;
        world.count(Fact.CLOCK_ERROR);
        if (slowness > 1) {
            world.count(Fact.SLOW_NODE);
        }
        if (cachedBytesMax == NO_ROOM_BYTES) {
            world.count(Fact.SMALL_CACHE);
        }
    }

    void start() {
        if (running != null) {
            return;
        }
        lives++;
        SimulatedProcess process =
                new SimulatedProcess(name + "#" + lives, world.scheduler, chance.split(), clockError, slowness);
        world.trace.add(process.name(), () -> "starts");
        running = new Incarnation(world, process, chance.split(), cachedBytesMax);
    }

    /** Memory, queued steps and timers are gone; what is on its way to the store is not. */
    void crash() {
        if (running != null) {
            SimulatedProcess process = running.process();
            world.trace.add(process.name(), () -> "dies");
            world.count(Fact.CRASH);
            process.kill();
            running.dropSockets();
            running.countInto(world.tally);
            running = null;
        }
    }

    void pause(Duration duration) {
        if (running != null) {
            world.trace.add(running.process().name(), () -> "stands still for " + duration.toMillis() + " ms");
            world.count(Fact.PAUSE);
            running.process().pause(duration);
        }
    }

    void wake() {
        if (running != null) {
            running.process().pause(Duration.ZERO);
        }
    }

    Optional<Incarnation> running() {
        return Optional.ofNullable(running);
    }

    boolean runsAs(String incarnation) {
        return running != null && running.process().name().equals(incarnation);
    }
}
