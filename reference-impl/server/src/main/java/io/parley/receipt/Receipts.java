package io.parley.receipt;

import io.parley.inbox.Inbox;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.LogRuntime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Delivered and read marks of all conversations, as one node sees them (MSG-10). Who may report and ask is decided before. No
 * call blocks; stages complete on the runtime's executor. Safe for use by several threads.
 */
public final class Receipts {

    private final ConcurrentMap<ConversationId, Reports> active = new ConcurrentHashMap<>();
    private final ReceiptParts parts;

    /**
     * @param coalesce between two writes of one conversation's marks, at least
     * @param listener told after marks are durable
     */
    Receipts(
            ConversationLog log,
            ReceiptStore store,
            KnownMarks known,
            Inbox inbox,
            LogRuntime runtime,
            Duration coalesce,
            Consumer<MarksMoved> listener) {
        this.parts = new ReceiptParts(log, store, known, inbox, runtime, coalesce, listener);
    }

    /**
     * Takes what a member's device reports. What is not higher than its mark changes nothing.
     *
     * @param read at most {@code delivered}, and that at most the head of {@code state}
     * @return completes when the mark is durable; exceptionally if the store does not answer: report again. The same stage for
     *     all reports of one write.
     */
    public CompletionStage<?> report(
            ConversationId conversation,
            ConversationState state,
            UserId user,
            DeviceId device,
            Seq delivered,
            Seq read) {
        if (delivered.isAfter(state.head())) {
            throw new IllegalArgumentException("delivered=" + delivered + ", expected at most " + state.head());
        }
        if (parts.known().covers(conversation, new DeviceMark(user, device, new Mark(delivered, read, 0)))) {
            return CompletableFuture.completedFuture(conversation);
        }
        while (true) {
            Optional<CompletionStage<?>> written = active.computeIfAbsent(
                            conversation, id -> new Reports(id, state, parts, () -> active.remove(id)))
                    .add(user, device, delivered, read, state);
            if (written.isPresent()) {
                return written.get();
            }
        }
    }

    /** How far the members are: at least all that was written before the call. */
    public CompletionStage<ConversationMarks> marks(ConversationId conversation, ConversationState state) {
        return parts.known().read(conversation).thenApply(stored -> {
            HeldMarks marks = new HeldMarks();
            marks.add(stored);
            return marks.of(state.members().keySet());
        });
    }
}
