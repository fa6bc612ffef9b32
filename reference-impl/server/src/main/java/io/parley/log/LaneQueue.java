package io.parley.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The commands that wait for their round in one lane, bounded in number and bytes. Ends when there is nothing to take: what
 * was put in before is taken, and nothing is put in after. Safe for use by several threads.
 */
final class LaneQueue {

    /** What became of a command that was offered. */
    enum Offered {
        /** It waits, and is the first: the lane has to begin. */
        FIRST,
        /** It waits. */
        WAITS,
        /** There is no room for it. */
        FULL,
        /** The lane has ended, and a new one must be asked. */
        ENDED
    }

    private final LogSettings settings;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean begun;
    private boolean ended;

    LaneQueue(LogSettings settings) {
        this.settings = settings;
    }

    synchronized Offered offer(Pending pending) {
        if (ended) {
            return Offered.ENDED;
        }
        if (waiting.size() >= settings.queueEntriesMax() || bytes + pending.bytes() > settings.queueBytesMax()) {
            return Offered.FULL;
        }
        waiting.add(pending);
        bytes += pending.bytes();
        if (begun) {
            return Offered.WAITS;
        }
        begun = true;
        return Offered.FIRST;
    }

    /** The next round's commands, in the order of their coming; empty if this has ended. */
    synchronized List<Pending> take() {
        List<Pending> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < settings.batchEntriesMax()) {
            Pending next = waiting.remove();
            bytes -= next.bytes();
            group.add(next);
        }
        ended = group.isEmpty();
        return group;
    }

    /**
     * Puts what was taken before all that waits. Others may have taken its room meanwhile, so as much as one group may wait above
     * the bound: it was in memory all the while.
     */
    synchronized void putBack(List<Pending> rest) {
        for (int i = rest.size() - 1; i >= 0; i--) {
            waiting.addFirst(rest.get(i));
            bytes += rest.get(i).bytes();
        }
    }

    /** Takes out who has waited too long. */
    synchronized List<Pending> takeOverdue(Instant now) {
        List<Pending> overdue = new ArrayList<>();
        waiting.removeIf(pending -> pending.isOverdue(now) && overdue.add(pending));
        overdue.forEach(pending -> bytes -= pending.bytes());
        return overdue;
    }
}
