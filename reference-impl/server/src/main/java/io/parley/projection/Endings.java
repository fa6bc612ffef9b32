package io.parley.projection;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversations that have ended and whose marker may still stand, as its drop was not answered. Until it is, the node's row
 * goes on to name the marker's shard, so that a sweep would find it, and the drop is tried again. Safe for use by several
 * threads.
 */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Set<Active> open = ConcurrentHashMap.newKeySet();
    private final Set<Active> failed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean again = new AtomicBoolean();
    private final ProjectionParts parts;

    Endings(ProjectionParts parts) {
        this.parts = parts;
    }

    /** @param ending that this conversation's marker is dropped */
    CompletionStage<?> add(Active active, CompletionStage<?> ending) {
        open.add(active);
        return ending.whenComplete((dropped, failure) -> {
            if (failure == null) {
                open.remove(active);
            } else {
                LOG.warn("The marker of a conversation is not dropped yet", failure);
                failed.add(active);
            }
        });
    }

    /** Tries again what has failed; one such round at a time. */
    void tryAgain() {
        if (failed.isEmpty() || !again.compareAndSet(false, true)) {
            return;
        }
        InParallel.forEach(
                        List.copyOf(failed),
                        parts.settings().parallelMax(),
                        parts.runtime().executor(),
                        this::dropAgain)
                .whenComplete((done, failure) -> again.set(false));
    }

    private CompletionStage<?> dropAgain(Active active) {
        return active.drop().thenRun(() -> {
            failed.remove(active);
            open.remove(active);
        });
    }

    int size() {
        return open.size();
    }

    /** The oldest shard of this incarnation that one of their markers may stand in. */
    long firstShard(Incarnation present) {
        return open.stream()
                .mapToLong(active -> active.firstShard(present))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
