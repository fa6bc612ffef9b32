package io.parley.receipt;

import io.parley.inbox.Inbox;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import io.parley.projection.InParallel;
import io.parley.projection.Projection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Moves the marks of authors (MSG-10): who writes has read. Drawn from the log, so that an author's mark does not depend on
 * the node that took the message. Drawn from the first entry on, it also carries the marks that are kept to the inboxes:
 * of an inbox that was lost, the logs could tell everything but them.
 */
final class ReceiptProjection implements Projection {

    /** Rows that are written at the same time. */
    private static final int PARALLEL_MAX = 32;

    private final ReceiptStore store;
    private final KnownMarks known;
    private final Inbox inbox;
    private final Executor executor;

    ReceiptProjection(ReceiptStore store, KnownMarks known, Inbox inbox, Executor executor) {
        this.store = store;
        this.known = known;
        this.inbox = inbox;
        this.executor = executor;
    }

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public Set<String> feeds() {
        return Set.of(inbox.projection().name());
    }

    @Override
    public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {
        known.sent(conversation, entries);
    }

    @Override
    public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
        boolean fromTheStart = entries.get(0).seq().equals(Seq.FIRST);
        return store.write(conversation, SentMarks.of(entries))
                .thenComposeAsync(
                        done -> fromTheStart ? carry(conversation) : CompletableFuture.completedFuture(conversation),
                        executor);
    }

    @Override
    public void reached(ConversationId conversation, Seq head) {
        known.written(conversation, head);
    }

    private CompletionStage<ConversationId> carry(ConversationId conversation) {
        return store.read(conversation)
                .thenComposeAsync(
                        kept -> InParallel.forEach(
                                kept.stream()
                                        .filter(each -> each.mark().read().isAfter(Seq.NONE))
                                        .toList(),
                                PARALLEL_MAX,
                                executor,
                                each -> inbox.read(
                                        each.user(),
                                        conversation,
                                        new ReadMark(
                                                each.mark().read(), each.mark().readOrdinal()))),
                        executor)
                .thenApply(done -> conversation);
    }
}
