package io.parley.simulation.client;

import io.parley.kernel.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code conversation-log.ts}: strictly in seq order, each entry once, from the head it began at. */
final class ClientLog {

    private static final int AHEAD_MAX = 256;

    private final Map<Seq, Held> ahead = new TreeMap<>();
    private Seq applied;
    private Seq head;
    private boolean doubted;

    ClientLog(Seq startsAt) {
        applied = startsAt;
        head = startsAt;
    }

    Seq applied() {
        return applied;
    }

    boolean hasGap() {
        return doubted || head.isAfter(applied);
    }

    Seq announced() {
        return head;
    }

    void doubt() {
        doubted = true;
    }

    Seq asked() {
        doubted = false;
        return head;
    }

    void raise(Seq bound) {
        head = bound.isAfter(head) ? bound : head;
    }

    void endsAt(Seq bound, Seq announced) {
        if (!head.isAfter(announced)) {
            head = bound.isAfter(applied) ? bound : applied;
        }
    }

    List<Held> offer(Held entry) {
        raise(entry.seq());
        if (!entry.seq().isAfter(applied)) {
            return List.of();
        }
        if (entry.seq().isAfter(applied.next())) {
            if (ahead.size() < AHEAD_MAX) {
                ahead.put(entry.seq(), entry);
            }
            return List.of();
        }
        List<Held> turn = new ArrayList<>();
        for (Held next = entry; next != null; next = ahead.get(applied.next())) {
            applied = next.seq();
            ahead.remove(next.seq());
            turn.add(next);
        }
        return turn;
    }
}
