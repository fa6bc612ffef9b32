package io.parley.acceptance.crash;

import io.parley.kernel.ConversationId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** Fills gaps from the log, page by page, one request at a time per conversation. Runs on the client's loop. */
final class Catchup {

    private final Rest rest;
    private final Loop loop;
    private final BackOff backOff;
    private final BiConsumer<ConversationId, LogEntry> sink;
    private final Set<ConversationId> running = new HashSet<>();

    Catchup(Rest rest, Loop loop, BackOff backOff, BiConsumer<ConversationId, LogEntry> sink) {
        this.rest = rest;
        this.loop = loop;
        this.backOff = backOff;
        this.sink = sink;
    }

    /** Fetches until there is no gap; tries again when the server does not answer. */
    void start(ConversationId conversation, Replica replica) {
        if (!replica.hasGap() || !running.add(conversation)) {
            return;
        }
        var unused = rest.entriesAfter(conversation, replica.applied())
                .whenComplete((page, failure) -> loop.run(() -> {
                    running.remove(conversation);
                    if (failure != null && failure.getCause() instanceof AssertionError wrong) {
                        throw wrong;
                    }
                    if (failure != null) {
                        loop.after(backOff.next(), () -> start(conversation, replica));
                        return;
                    }
                    backOff.reset();
                    page.forEach(entry -> sink.accept(conversation, entry));
                    start(conversation, replica);
                }));
    }
}
