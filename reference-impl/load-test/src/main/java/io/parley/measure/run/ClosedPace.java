package io.parley.measure.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Closed loop: each sender keeps a number of messages under way, and the next is due when one has come to its last recipient.
 * This saturates the system without a queue that grows; its latencies say what that number of waiting senders meets, and not
 * what users would who do not wait.
 */
public final class ClosedPace implements Pace {

    private final Deque<Slot> due = new ArrayDeque<>();

    /**
     * All senders begin at once.
     *
     * @param rooms where messages are sent
     * @param senders how many of each conversation's members send, from the first on
     * @param window messages under way per sender and conversation
     */
    public ClosedPace(List<Room> rooms, int senders, int window, long startNanos) {
        if (senders < 1 || window < 1) {
            throw new IllegalArgumentException("senders=" + senders + ", window=" + window + ", expected 1 or more");
        }
        for (int k = 0; k < window; k++) {
            for (Room room : rooms) {
                for (int s = 0; s < Math.min(senders, room.size()); s++) {
                    due.add(new Slot(startNanos, room.member(s), room));
                }
            }
        }
    }

    @Override
    public long nextDueNanos() {
        return due.isEmpty() ? Long.MAX_VALUE : due.element().dueNanos();
    }

    @Override
    public Optional<Slot> take(long nowNanos) {
        return due.isEmpty() || due.element().dueNanos() - nowNanos > 0 ? Optional.empty() : Optional.of(due.remove());
    }

    @Override
    public void ended(Slot slot, long nowNanos) {
        due.add(new Slot(nowNanos, slot.sender(), slot.room()));
    }
}
