package io.parley.acceptance.crash;

import io.parley.kernel.Seq;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One conversation as a client holds it: entries in order of seq, each once, from the head that it began at. */
final class Replica {

    /** Entries kept for later; what does not fit is fetched again. */
    private static final int AHEAD_MAX = 256;

    private final Map<Seq, LogEntry> ahead = new HashMap<>();
    private Seq applied;
    private Seq head;

    Replica(Seq begin) {
        applied = begin;
        head = begin;
    }

    Seq applied() {
        return applied;
    }

    boolean hasGap() {
        return head.isAfter(applied);
    }

    /** The log reaches at least this far. */
    void raise(Seq bound) {
        head = bound.isAfter(head) ? bound : head;
    }

    /** Takes an entry, and returns those whose turn it is now. */
    List<LogEntry> offer(LogEntry entry) {
        raise(entry.seq());
        if (entry.seq().isAfter(applied)
                && (ahead.size() < AHEAD_MAX || entry.seq().equals(applied.next()))) {
            ahead.put(entry.seq(), entry);
        }
        List<LogEntry> turn = new ArrayList<>();
        for (LogEntry next = ahead.remove(applied.next()); next != null; next = ahead.remove(applied.next())) {
            applied = next.seq();
            turn.add(next);
        }
        return turn;
    }
}
