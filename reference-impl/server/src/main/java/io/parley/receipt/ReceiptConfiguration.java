package io.parley.receipt;

import io.parley.inbox.Inbox;
import io.parley.limits.Limits;
import io.parley.log.ConversationLog;
import io.parley.log.LogRuntime;
import io.parley.projection.Projection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts receipts on a real node. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    /** Marks in memory, of all active conversations together. */
    private static final int HELD_ROWS_MAX = 100_000;

    @Bean
    KnownMarks knownMarks(ReceiptStore store, LogRuntime runtime) {
        return new KnownMarks(store, HELD_ROWS_MAX, runtime.executor());
    }

    @Bean
    Projection receiptProjection(ReceiptStore store, KnownMarks known, Inbox inbox, LogRuntime runtime) {
        return new ReceiptProjection(store, known, inbox, runtime.executor());
    }

    @Bean
    Receipts receipts(
            ConversationLog log,
            ReceiptStore store,
            KnownMarks known,
            Inbox inbox,
            LogRuntime runtime,
            Limits limits,
            ApplicationEventPublisher events) {
        return new Receipts(log, store, known, inbox, runtime, limits.receipt().coalesce(), events::publishEvent);
    }
}
