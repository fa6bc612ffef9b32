package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.simulation.engine.Scheduler;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** {@code receipts.ts}: how far everybody is, and the reports of how far this device is, repeated until they come back. */
final class Marks {

    private final Map<ConversationId, Mark> own = new TreeMap<>();
    private final SortedMap<ConversationId, Receipt> told = new TreeMap<>();
    private final Set<ConversationId> due = new TreeSet<>();
    private final UserId me;
    private final Scheduler scheduler;
    private final Duration interval;
    private final Predicate<String> transmit;
    private boolean waiting;

    /**
     * @param interval between two reports, at least
     * @param transmit false when there is no connection now
     */
    Marks(UserId me, Scheduler scheduler, Duration interval, Predicate<String> transmit) {
        this.me = me;
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

    /** Who writes has read what stands before. */
    void wrote(ConversationId id, UserId author, Seq seq) {
        raise(id, Map.of(author, new Mark(seq, seq)), Mark.NONE);
    }

    void told(ConversationId id, Map<UserId, Mark> marks, Mark all) {
        raise(id, marks, all);
    }

    /** What this device was told, of every conversation that it was told something of. */
    SortedMap<ConversationId, Receipt> told() {
        return Collections.unmodifiableSortedMap(told);
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
        told.remove(id);
        due.remove(id);
    }

    private void note(ConversationId id, Mark mark) {
        Mark before = own.getOrDefault(id, Mark.NONE);
        Mark all = before.max(mark);
        if (!all.isWithin(before) && !all.isWithin(confirmed(id))) {
            own.put(id, all);
            due.add(id);
            report();
        }
    }

    private void raise(ConversationId id, Map<UserId, Mark> marks, Mark all) {
        told.put(id, told.getOrDefault(id, Receipt.NOBODY).raised(marks, all));
        if (own.getOrDefault(id, Mark.NONE).isWithin(confirmed(id))) {
            own.remove(id);
        }
    }

    private Mark confirmed(ConversationId id) {
        return told.getOrDefault(id, Receipt.NOBODY).of(me);
    }

    private void report() {
        if (waiting || due.isEmpty()) {
            return;
        }
        for (Iterator<ConversationId> each = due.iterator(); each.hasNext(); ) {
            ConversationId id = each.next();
            Mark mine = own.get(id);
            if (mine != null && !transmit.test(Frame.mark(id, mine.delivered(), mine.read()))) {
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
