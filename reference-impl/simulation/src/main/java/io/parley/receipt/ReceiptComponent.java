package io.parley.receipt;

import io.parley.inbox.Inbox;
import io.parley.log.ConversationLog;
import io.parley.log.LogRuntime;
import io.parley.projection.Projection;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The receipts of one node, on stores that are given: the projection first, as the log is made with it. */
public final class ReceiptComponent {

    private final ReceiptStore store;
    private final Inbox inbox;
    private final KnownMarks known;
    private final Projection projection;

    /** @param heldRowsMax marks in memory, at most */
    public ReceiptComponent(ReceiptStore store, Inbox inbox, int heldRowsMax, Executor executor) {
        this.store = store;
        this.inbox = inbox;
        this.known = new KnownMarks(store, heldRowsMax, executor);
        this.projection = new ReceiptProjection(store, known, inbox, executor);
    }

    public Projection projection() {
        return projection;
    }

    public Receipts on(ConversationLog log, LogRuntime runtime, Duration coalesce, Consumer<MarksMoved> listener) {
        return new Receipts(log, store, known, inbox, runtime, coalesce, listener);
    }
}
