package io.parley.log;

import io.parley.kernel.ConversationId;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** What the lanes of one log share. */
record LogParts(
        LogStore store,
        EntryReads reads,
        LogSettings settings,
        LogRuntime runtime,
        Buckets buckets,
        Rules rules,
        StateLoader loader,
        IdResolver ids,
        Targets targets,
        Doorkeeper door,
        BackOff backOff,
        LogCounters counters,
        Announcements announcements,
        Consumer<EntriesCommitted> listener,
        ConcurrentMap<ConversationId, Lane> lanes) {

    Instant now() {
        return runtime.clock().instant();
    }

    void execute(Runnable step) {
        runtime.executor().execute(step);
    }

    /** Runs a step after a jittered wait that grows with the number of tries. */
    void later(int tries, Runnable step) {
        runtime.timer().after(backOff.after(tries), () -> execute(step));
    }
}
