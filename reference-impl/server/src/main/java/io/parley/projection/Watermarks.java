package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the projections of one active conversation are, and up to where the store knows it. The store learns it whenever
 * one has moved by {@link ProjectionSettings#saveEntries()}, and at the end: when this node dies, others apply again
 * what came after the last save that was answered, which is hardly more than these while the store answers in time. One application at a time moves the marks and asks for the
 * saves; what the store answers may come in any thread.
 */
final class Watermarks {

    private static final Logger LOG = LoggerFactory.getLogger(Watermarks.class);

    private final ConversationId conversation;
    private final ProjectionParts parts;
    private final Map<String, Seq> kept = new HashMap<>();
    private @Nullable Map<String, Seq> marks;
    private boolean saving;
    private boolean told;

    Watermarks(ConversationId conversation, ProjectionParts parts) {
        this.conversation = conversation;
        this.parts = parts;
    }

    /** The marks, for whoever applies to move; read from the store the first time. */
    synchronized CompletionStage<Map<String, Seq>> marks() {
        return marks != null
                ? CompletableFuture.completedFuture(marks)
                : parts.applier().watermarks(conversation).thenApply(this::begin);
    }

    private synchronized Map<String, Seq> begin(Map<String, Seq> read) {
        kept.putAll(read);
        Map<String, Seq> first = new HashMap<>(read);
        marks = first;
        return first;
    }

    /** Begins to save what has moved far, and does not wait for it; what is not saved is tried after a later application. */
    synchronized void saveIfFar() {
        if (marks == null || saving || !isFar(marks)) {
            return;
        }
        saving = true;
        Map<String, Seq> applied = new HashMap<>(marks); // Not an immutable copy: its order changes from run to run.
        // Begun in a stage: what throws is tried again like what fails.
        CompletableFuture.completedStage(applied)
                .thenCompose(begun -> parts.applier().save(conversation, kept, begun))
                .whenComplete((saved, failure) -> saved(applied, failure));
    }

    private synchronized void saved(Map<String, Seq> applied, @Nullable Throwable failure) {
        saving = false;
        if (failure == null) {
            kept.putAll(applied);
        } else if (!told) {
            LOG.warn("The watermarks of conversation {} are not saved yet", conversation, failure);
        }
        told = failure != null;
    }

    private boolean isFar(Map<String, Seq> applied) {
        return applied.entrySet().stream()
                .anyMatch(mark -> mark.getValue().value()
                                - kept.getOrDefault(mark.getKey(), Seq.NONE).value()
                        >= parts.settings().saveEntries());
    }

    /** Saves what has moved since the last time; nothing is applied any more. */
    synchronized CompletionStage<?> saveLast() {
        Map<String, Seq> last = marks == null ? Map.of() : marks;
        return CompletableFuture.completedStage(last)
                .thenCompose(begun -> parts.applier().save(conversation, kept, begun));
    }
}
