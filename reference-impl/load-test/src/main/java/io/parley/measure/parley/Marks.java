package io.parley.measure.parley;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each client has applied, told to the server at most once a second per conversation, as a client of the contract does. */
final class Marks {

    private static final Duration COALESCE = Duration.ofSeconds(1);

    private record Key(int user, String conversation) {}

    private record Due(Key key, long atNanos) {}

    private final boolean wanted;
    private final Map<String, String> names = new HashMap<>();
    private final Map<Key, Long> open = new HashMap<>();
    private final Deque<Due> due = new ArrayDeque<>();
    private long in;
    private long out;

    Marks(List<String> conversations, boolean wanted) {
        this.wanted = wanted;
        conversations.forEach(name -> names.put(name, name));
    }

    /** A client has applied the entry; its mark leaves within the second. */
    void applied(int user, String conversation, long seq, long nowNanos) {
        String name = names.get(conversation);
        if (wanted && name != null) {
            Key key = new Key(user, name);
            if (open.put(key, seq) == null) {
                due.add(new Due(key, nowNanos + COALESCE.toNanos()));
            }
        }
    }

    /** Sends what is due. */
    void send(long nowNanos, List<Client> clients) {
        while (!due.isEmpty() && due.element().atNanos() - nowNanos <= 0) {
            Key key = due.remove().key();
            Long seq = open.remove(key);
            clients.get(key.user())
                    .socket()
                    .send("{\"type\":\"mark\",\"conversationId\":\"" + key.conversation() + "\",\"delivered\":" + seq
                            + "}");
            out++;
        }
    }

    long nextNanos() {
        return due.isEmpty() ? Long.MAX_VALUE : due.element().atNanos();
    }

    void came() {
        in++;
    }

    long in() {
        return in;
    }

    long out() {
        return out;
    }
}
