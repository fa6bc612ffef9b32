package io.parley.receipt;

import io.parley.inbox.Inbox;
import io.parley.log.ConversationLog;
import io.parley.log.LogRuntime;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the reports of all conversations share.
 *
 * @param coalesce between two writes of one conversation's marks, at least
 */
record ReceiptParts(
        ConversationLog log,
        ReceiptStore store,
        KnownMarks known,
        Inbox inbox,
        LogRuntime runtime,
        Duration coalesce,
        Consumer<MarksMoved> listener) {

    Executor executor() {
        return runtime.executor();
    }

    void after(Duration delay, Runnable step) {
        runtime.timer().after(delay, () -> executor().execute(step));
    }
}
