package io.parley.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which message is meant for whom, and when it came there. A message counts from the moment before it is sent until the
 * server refuses it; of an unknown outcome nothing is expected. Times in milliseconds of one clock. Thread-safe.
 */
final class Deliveries {

    /** A message under way. */
    private static final class Message {
        private final long sentMillis;
        private final Set<String> missingAt;
        private boolean answered;

        Message(long sentMillis, Set<String> missingAt) {
            this.sentMillis = sentMillis;
            this.missingAt = missingAt;
        }
    }

    private final Map<String, Message> messages = new ConcurrentHashMap<>();
    private final List<Long> latencies = new ArrayList<>();
    private final AtomicInteger missing = new AtomicInteger();

    /** @param recipients everybody but the author */
    void sent(String id, Collection<String> recipients, long nowMillis) {
        missing.addAndGet(recipients.size());
        messages.put(id, new Message(nowMillis, new HashSet<>(recipients)));
    }

    /** The server took the message. Returns when it was sent; nothing for a repeated answer. */
    OptionalLong accepted(String id) {
        Message message = messages.get(id);
        if (message == null) {
            return OptionalLong.empty();
        }
        synchronized (message) {
            boolean first = !message.answered;
            message.answered = true;
            return first ? OptionalLong.of(message.sentMillis) : OptionalLong.empty();
        }
    }

    /** The server did not take the message, or does not know. Returns when it was sent. */
    OptionalLong notTaken(String id) {
        Message message = messages.remove(id);
        if (message == null) {
            return OptionalLong.empty();
        }
        synchronized (message) {
            missing.addAndGet(-message.missingAt.size());
            message.missingAt.clear();
        }
        return OptionalLong.of(message.sentMillis);
    }

    /** The message came. Returns when it was sent; nothing for its author, for a stranger's message and for a second time. */
    OptionalLong delivered(String id, String recipient, long nowMillis) {
        Message message = messages.get(id);
        if (message == null) {
            return OptionalLong.empty();
        }
        synchronized (message) {
            if (!message.missingAt.remove(recipient)) {
                return OptionalLong.empty();
            }
        }
        missing.decrementAndGet();
        synchronized (latencies) {
            latencies.add(nowMillis - message.sentMillis);
        }
        return OptionalLong.of(message.sentMillis);
    }

    /** Sending times of what has not come to this recipient. */
    List<Long> missingAt(String recipient) {
        List<Long> missing = new ArrayList<>();
        for (Message message : messages.values()) {
            synchronized (message) {
                if (message.missingAt.contains(recipient)) {
                    missing.add(message.sentMillis);
                }
            }
        }
        return missing;
    }

    /** Deliveries that have not happened, of all messages. */
    int missing() {
        return missing.get();
    }

    /** Messages without an answer. */
    int unanswered() {
        int unanswered = 0;
        for (Message message : messages.values()) {
            synchronized (message) {
                unanswered += message.answered ? 0 : 1;
            }
        }
        return unanswered;
    }

    int messages() {
        return messages.size();
    }

    /** What every delivery took, in ascending order. */
    List<Long> latencies() {
        synchronized (latencies) {
            return latencies.stream().sorted().toList();
        }
    }
}
