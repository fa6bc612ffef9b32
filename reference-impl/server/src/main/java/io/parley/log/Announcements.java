package io.parley.log;

import io.parley.kernel.ConversationId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where a lane announces its conversation before it writes to it, and before it answers a repeat. No call blocks; safe for
 * use by several threads.
 */
public interface Announcements {

    /** For a log that nothing is projected from. */
    Announcements NONE = conversation -> CompletableFuture.completedFuture(new Announcement() {

        @Override
        public boolean covers(EntriesCommitted committed) {
            return true;
        }

        @Override
        public boolean coversRepeat(ConversationState state) {
            return true;
        }
    });

    /**
     * An announcement that is durable when the stage completes; one that stands already is given again. Completes
     * exceptionally if the store does not answer.
     */
    CompletionStage<Announcement> announce(ConversationId conversation);
}
