package io.parley.measure.run;

import java.util.Optional;

/** Says when which message is due. Times by one clock, in nanoseconds. Not for use by several threads. */
public interface Pace {

    /**
     * A message that is to be sent.
     *
     * @param dueNanos when it was due, however late it is sent: its latency counts from here
     */
    record Slot(long dueNanos, int sender, Room room) {}

    /** When the next message is due; {@link Long#MAX_VALUE} while none is. */
    long nextDueNanos();

    /** The next message, if it is due. */
    Optional<Slot> take(long nowNanos);

    /** A message has come to its last recipient, or never will. */
    void ended(Slot slot, long nowNanos);
}
