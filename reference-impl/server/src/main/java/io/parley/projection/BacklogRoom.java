package io.parley.projection;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that the backlogs of all conversations may keep together. Safe for use by several threads. */
final class BacklogRoom {

    private final long bytesMax;
    private final AtomicLong taken = new AtomicLong();

    BacklogRoom(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes all of it, or says that there is not as much. */
    boolean take(long bytes) {
        long before = taken.getAndUpdate(present -> fits(present, bytes) ? present + bytes : present);
        return fits(before, bytes);
    }

    private boolean fits(long present, long bytes) {
        return present + bytes <= bytesMax;
    }

    /** Whether more than half of it is taken. */
    boolean isCrowded() {
        return taken.get() > bytesMax / 2;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
