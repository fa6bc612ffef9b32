package io.parley.projection;

import io.parley.log.BackOff;
import io.parley.log.ConversationLog;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the active conversations and the sweeper of one node share. */
record ProjectionParts(
        Applier applier,
        MarkerStore markers,
        Lease lease,
        BacklogRoom backlogs,
        ProjectionSettings settings,
        ProjectionRuntime runtime,
        BackOff backOff,
        AtomicReference<@Nullable ConversationLog> source,
        AtomicReference<Consumer<ConversationRepaired>> listener) {

    /** The log that is projected; what is to be applied before it is there is tried again. */
    ConversationLog log() {
        ConversationLog log = source.get();
        if (log == null) {
            throw new IllegalStateException("log=null, expected projections that were started");
        }
        return log;
    }

    Consumer<ConversationRepaired> repaired() {
        return listener.get();
    }
}
