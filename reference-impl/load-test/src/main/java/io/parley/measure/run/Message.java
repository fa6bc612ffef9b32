package io.parley.measure.run;

import java.util.BitSet;

/** A message under way, and who has it. */
final class Message {

    final Pace.Slot slot;
    final long sentNanos;
    final boolean measured;

    private final BitSet has;
    private int missing;
    private long position;
    private boolean accepted;
    private boolean refused;

    /** @param measured counts; one of the warm-up or of the time after the measurement does not */
    Message(Pace.Slot slot, long sentNanos, boolean measured) {
        this.slot = slot;
        this.sentNanos = sentNanos;
        this.measured = measured;
        this.missing = slot.room().size() - 1;
        this.has = new BitSet(slot.room().size());
    }

    int missing() {
        return refused ? 0 : missing;
    }

    boolean isAccepted() {
        return accepted;
    }

    boolean isUnanswered() {
        return !accepted && !refused;
    }

    /** False if it was accepted before. */
    boolean accept() {
        boolean first = !accepted;
        accepted = true;
        return first;
    }

    /** Nothing is expected of it any more. False if it was so before. */
    boolean refuse() {
        boolean first = !refused && !accepted;
        refused = first || refused;
        return first;
    }

    boolean isRefused() {
        return refused;
    }

    /** The author has its own copy, too, in some systems: that is no delivery. False if the member has it already. */
    boolean deliver(int member, boolean author) {
        if (has.get(member)) {
            return false;
        }
        has.set(member);
        if (!author) {
            missing--;
        }
        return true;
    }

    /** Whether it stands where everybody else saw it, as far as is known. */
    boolean standsAt(long where) {
        if (position == 0) {
            position = where;
        }
        return where == 0 || position == where;
    }
}
