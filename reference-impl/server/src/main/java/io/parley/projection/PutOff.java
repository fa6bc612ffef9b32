package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.log.BackOff;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversations that a sweep could not make good, each with the moment before which it is not tried again: the waits grow to
 * {@link ProjectionSettings#retryMax()}. No more than {@link ProjectionSettings#putOffMax()} are remembered; one beyond them is
 * tried with every sweep. One line in the log when a conversation comes in, and one when it goes. Safe for use by several
 * threads.
 */
final class PutOff {

    private static final Logger LOG = LoggerFactory.getLogger(PutOff.class);

    private record Wait(int tries, long dueNanos) {}

    private final Map<ConversationId, Wait> waits = new HashMap<>();
    private final ProjectionSettings settings;
    private final ProjectionRuntime runtime;
    private final BackOff backOff;

    PutOff(ProjectionSettings settings, ProjectionRuntime runtime) {
        this.settings = settings;
        this.runtime = runtime;
        this.backOff =
                new BackOff(settings.beat(), settings.retryMax(), runtime.log().random());
    }

    synchronized boolean isDue(ConversationId conversation) {
        Wait wait = waits.get(conversation);
        return wait == null || runtime.nanos() - wait.dueNanos() >= 0;
    }

    synchronized boolean isEmpty() {
        return waits.isEmpty();
    }

    synchronized void failed(ConversationId conversation, Throwable failure) {
        Wait last = waits.get(conversation);
        if (last == null && waits.size() >= settings.putOffMax()) {
            LOG.debug("Conversation {} is not repaired, as are too many to remember", conversation, failure);
            return;
        }
        int tries = last == null ? 0 : last.tries() + 1;
        waits.put(
                conversation,
                new Wait(tries, runtime.nanos() + backOff.after(tries).toNanos()));
        if (last == null) {
            LOG.warn(
                    "Conversation {} of a dead node is not repaired yet and will be tried again",
                    conversation,
                    failure);
        }
    }

    synchronized void madeGood(ConversationId conversation) {
        Wait last = waits.remove(conversation);
        if (last != null) {
            LOG.info("Conversation {} of a dead node is repaired, {} tries failed", conversation, last.tries() + 1);
        }
    }

    /** Forgets what has long been due and was not tried: another node has made it good. */
    synchronized void forgetOld() {
        long now = runtime.nanos();
        waits.values()
                .removeIf(wait -> now - wait.dueNanos() > settings.retryMax().toNanos());
    }
}
