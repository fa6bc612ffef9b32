package io.parley.receipt;

import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The reports of one conversation's members that are on their way. Written at once when it was quiet, then at most once in
 * {@link ReceiptParts#coalesce()}: of each device only the highest, all in one write. Ends once, when it is quiet again.
 */
final class Reports {

    private record Reporter(UserId user, DeviceId device) {}

    private final ConversationId conversation;
    private final ReceiptParts parts;
    private final Runnable quiet;
    private final Map<Reporter, Mark> due = new HashMap<>();
    private final Map<Seq, Long> ordinals = new HashMap<>();
    private CompletableFuture<Object> written = new CompletableFuture<>();
    private ConversationState state;
    private boolean underWay;
    private boolean ended;

    /** @param quiet told when this has ended */
    Reports(ConversationId conversation, ConversationState state, ReceiptParts parts, Runnable quiet) {
        this.conversation = conversation;
        this.state = state;
        this.parts = parts;
        this.quiet = quiet;
    }

    /**
     * Takes a report; empty if this has ended.
     *
     * @param at a state of the conversation that includes what is reported
     * @return completes when the mark is durable
     */
    synchronized Optional<CompletionStage<?>> add(
            UserId user, DeviceId device, Seq delivered, Seq read, ConversationState at) {
        if (ended) {
            return Optional.empty();
        }
        if (at.head().isAfter(state.head())) {
            state = at;
        }
        if (read.equals(at.head())) {
            ordinals.put(read, at.ordinal());
        }
        // The ordinal comes in when it is written.
        due.merge(new Reporter(user, device), new Mark(delivered, read, 0), Mark::max);
        if (!underWay) {
            underWay = true;
            parts.executor().execute(this::write);
        }
        return Optional.of(written);
    }

    private void write() {
        List<DeviceMark> reported;
        Map<Seq, Long> heads;
        CompletableFuture<Object> waiting;
        ConversationState at;
        synchronized (this) {
            reported = due.entrySet().stream()
                    .map(report -> new DeviceMark(
                            report.getKey().user(), report.getKey().device(), report.getValue()))
                    .toList();
            heads = Map.copyOf(ordinals);
            waiting = written;
            at = state;
            due.clear();
            ordinals.clear();
            written = new CompletableFuture<>();
        }
        ReportWrite write = new ReportWrite(conversation, at, heads, parts);
        CompletableFuture.completedStage(reported)
                .thenCompose(write::write)
                .whenCompleteAsync(
                        (moved, failure) -> {
                            parts.after(parts.coalesce(), this::again);
                            if (failure == null) {
                                waiting.complete(conversation);
                                moved.ifPresent(parts.listener());
                            } else {
                                // Not tried again: the client is told, and reports by then perhaps something higher.
                                waiting.completeExceptionally(failure);
                            }
                        },
                        parts.executor());
    }

    private void again() {
        boolean over;
        synchronized (this) {
            over = due.isEmpty();
            ended = over;
        }
        if (over) {
            quiet.run();
        } else {
            write();
        }
    }
}
