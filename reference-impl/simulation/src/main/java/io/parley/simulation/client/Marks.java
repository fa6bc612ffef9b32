package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.simulation.engine.Scheduler;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** {@code receipts.ts}: reports how far this device is, and again what did not come back as this user's own mark. */
final class Marks {

    private record Mark(Seq delivered, Seq read) {

        static final Mark NONE = new Mark(Seq.NONE, Seq.NONE);

        Mark max(Mark other) {
            return new Mark(
                    other.delivered.isAfter(delivered) ? other.delivered : delivered,
                    other.read.isAfter(read) ? other.read : read);
        }

        boolean isWithin(Mark other) {
            return max(other).equals(other);
        }
    }

    private final Map<ConversationId, Mark> own = new TreeMap<>();
    private final Map<ConversationId, Mark> confirmed = new TreeMap<>();
    private final Set<ConversationId> due = new TreeSet<>();
    private final Scheduler scheduler;
    private final Duration interval;
    private final Predicate<String> transmit;
    private boolean waiting;

    /**
     * @param interval between two reports, at least
     * @param transmit false when there is no connection now
     */
    Marks(Scheduler scheduler, Duration interval, Predicate<String> transmit) {
        this.scheduler = scheduler;
        this.interval = interval;
        this.transmit = transmit;
    }

    void reached(ConversationId id, Seq seq) {
        note(id, new Mark(seq, Seq.NONE));
    }

    void shown(ConversationId id, Seq seq) {
        note(id, new Mark(seq, seq));
    }

    /** The user's own mark, as a frame or a message of their own tells it. */
    void told(ConversationId id, Seq delivered, Seq read) {
        Mark all = confirmed.merge(id, new Mark(delivered, read), Mark::max);
        if (own.getOrDefault(id, Mark.NONE).isWithin(all)) {
            own.remove(id);
        }
    }

    void connected() {
        due.addAll(own.keySet());
        report();
    }

    /** Something that was reported was not taken: it is tried again, but not at once, if that may help. */
    void refused(ConversationId id, boolean isTemporary) {
        if (isTemporary) {
            due.add(id);
            scheduler.after(Pace.REPORT_AGAIN, this::report);
        } else {
            own.remove(id);
        }
    }

    void forget(ConversationId id) {
        own.remove(id);
        confirmed.remove(id);
        due.remove(id);
    }

    private void note(ConversationId id, Mark mark) {
        Mark before = own.getOrDefault(id, Mark.NONE);
        Mark all = before.max(mark);
        if (!all.isWithin(before) && !all.isWithin(confirmed.getOrDefault(id, Mark.NONE))) {
            own.put(id, all);
            due.add(id);
            report();
        }
    }

    private void report() {
        if (waiting || due.isEmpty()) {
            return;
        }
        for (Iterator<ConversationId> each = due.iterator(); each.hasNext(); ) {
            ConversationId id = each.next();
            Mark mine = own.get(id);
            if (mine != null && !transmit.test(Frame.mark(id, mine.delivered, mine.read))) {
                return;
            }
            each.remove();
        }
        waiting = true;
        scheduler.after(interval, () -> {
            waiting = false;
            report();
        });
    }
}
