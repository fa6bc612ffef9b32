package io.parley.projection;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/**
 * This node under one id. Its lease counts from the moment at which its last confirmed renewal was begun, by the node's own
 * clocks: whichever of the two says that more time has passed is believed, as one of them may stand still while a machine
 * sleeps. Safe for use by several threads.
 */
final class Incarnation {

    private final UUID id;
    private final ProjectionRuntime runtime;
    private final ProjectionSettings settings;
    private final long startedNanos;
    private final AtomicLong beat = new AtomicLong();
    private final AtomicLong timestamp;
    private volatile Moment confirmed;

    /** One moment by both clocks. */
    record Moment(long nanos, long millis) {}

    /** @param begun when its registration was begun, which has been confirmed since */
    Incarnation(UUID id, Moment begun, ProjectionRuntime runtime, ProjectionSettings settings) {
        this.id = id;
        this.runtime = runtime;
        this.settings = settings;
        this.startedNanos = begun.nanos();
        this.timestamp = new AtomicLong(TimeUnit.MILLISECONDS.toMicros(begun.millis()));
        this.confirmed = begun;
    }

    UUID id() {
        return id;
    }

    /** True while nobody can have declared it dead. */
    boolean isHeld() {
        Moment last = confirmed;
        long nanos = runtime.nanos() - last.nanos();
        long wall = TimeUnit.MILLISECONDS.toNanos(runtime.millis() - last.millis());
        return Math.max(nanos, wall) < settings.lease().toNanos();
    }

    void confirmed(Moment begun) {
        confirmed = begun;
    }

    /** The row to write next. */
    IncarnationStore.Beat next(long firstShard) {
        return new IncarnationStore.Beat(id, beat.getAndIncrement(), firstShard, shard(), false);
    }

    /** The shard of this moment: counts from the incarnation's start, so no clock that is set back can disturb it. */
    long shard() {
        return (runtime.nanos() - startedNanos) / settings.shard().toNanos();
    }

    /** Grows with every call: of this incarnation's writes the later one wins. */
    long nextTimestamp() {
        LongUnaryOperator next = last -> Math.max(last + 1, TimeUnit.MILLISECONDS.toMicros(runtime.millis()));
        return timestamp.updateAndGet(next);
    }
}
