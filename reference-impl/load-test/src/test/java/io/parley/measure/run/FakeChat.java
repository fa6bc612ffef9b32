package io.parley.measure.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A chat system on a clock of its own: everything takes a millisecond, and at one moment it stands still for a while. */
final class FakeChat implements Chat {

    static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private record Sent(int message, int sender, Room room, long atNanos) {}

    private final long stallAtNanos;
    private final long stallNanos;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final List<Integer> positions = new ArrayList<>();
    private @Nullable Ear ear;
    private long now;
    private boolean stalled;
    private long framesIn;
    private long framesOut;
    private int loseEvery = Integer.MAX_VALUE;

    FakeChat(long stallAtNanos, long stallNanos) {
        this.stallAtNanos = stallAtNanos;
        this.stallNanos = stallNanos;
    }

    long now() {
        return now;
    }

    @Override
    public void listen(Ear listener) {
        ear = listener;
    }

    @Override
    public void send(int message, int sender, Room room) {
        framesOut++;
        underWay.add(new Sent(message, sender, room, now));
    }

    /** As a generator whose thread waits for a stalled system: nothing is sent meanwhile. */
    @Override
    public void turn(long untilNanos) {
        if (!stalled && now >= stallAtNanos) {
            stalled = true;
            now += stallNanos;
        }
        if (underWay.isEmpty()) {
            now = Math.max(now, untilNanos);
            return;
        }
        now = Math.max(now, Math.min(untilNanos, underWay.element().atNanos() + MILLI));
        while (!underWay.isEmpty() && underWay.element().atNanos() + MILLI <= now) {
            arrive(underWay.remove());
        }
    }

    /** Every so many messages one does not come, though it is accepted. */
    void loseEvery(int number) {
        loseEvery = number;
    }

    private void arrive(Sent sent) {
        Ear listener = Objects.requireNonNull(ear);
        positions.add(sent.message());
        framesIn++;
        listener.accepted(sent.message(), positions.size(), now);
        for (int i = 0; i < sent.room().size() && (sent.message() + 1) % loseEvery != 0; i++) {
            framesIn++;
            listener.received(sent.room().member(i), sent.message(), positions.size(), now);
        }
    }

    @Override
    public Traffic traffic() {
        return new Traffic(framesIn, 0, framesOut, 0, 0, 0);
    }

    @Override
    public void close() {
        underWay.clear();
    }
}
