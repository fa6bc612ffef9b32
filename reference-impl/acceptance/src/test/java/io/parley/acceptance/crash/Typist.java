package io.parley.acceptance.crash;

import io.parley.kernel.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Makes a client send at an even pace, into one conversation after the other, whether or not it is connected; nobody types on
 * for ever while nothing is answered.
 */
final class Typist implements AutoCloseable {

    static final int UNANSWERED_MAX = 50;

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ChatClient client;
    private final List<ConversationId> conversations;
    private int typed;

    Typist(ChatClient client, List<ConversationId> conversations, Duration period) {
        this.client = client;
        this.conversations = conversations;
        var unused = pace.scheduleAtFixedRate(this::type, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void type() {
        if (client.progress().unresolved() >= UNANSWERED_MAX) {
            return;
        }
        client.send(conversations.get(typed % conversations.size()), client.user() + " says " + typed);
        typed++;
    }

    /** How many of the client's messages were acknowledged so far. */
    long acknowledged() {
        return client.history().all(Event.Acknowledged.class).count();
    }

    @Override
    public void close() {
        pace.shutdownNow();
    }
}
