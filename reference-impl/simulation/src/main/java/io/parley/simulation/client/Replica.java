package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** {@code replica.ts}: every conversation as far as this device has applied it. Pushes are hints; holes are read from the log. */
public final class Replica {

    private static final int DIGEST_BYTES = 8;

    /** What a device does with what it learns. */
    public interface Listener {
        void applied(ConversationId id, List<Held> entries);

        void began(ConversationId id, Seq startsAt);

        void gone(ConversationId id);
    }

    /** Reads on until it is answered. */
    public interface ReadEntries {

        /**
         * Asks for a page.
         *
         * @param answer gets it, or nothing if this user is no member any more
         */
        void read(ConversationId id, Seq after, Consumer<Optional<PageOfEntries>> answer);
    }

    private final Map<ConversationId, ClientLog> logs = new TreeMap<>();
    private final Set<ConversationId> reading = new TreeSet<>();
    private final ReadEntries reader;
    private final Listener listener;

    public Replica(ReadEntries reader, Listener listener) {
        this.reader = reader;
        this.listener = listener;
    }

    /** A conversation met for the first time begins at this head; of a known one the head is a lower bound. */
    public void head(ConversationId id, Seq seq) {
        ClientLog log = logs.containsKey(id) ? logs.get(id) : begin(id, seq);
        log.raise(seq);
        fillGap(id, log);
    }

    /** The user has these conversations: of any other that is held the log tells whether this user is still a member. */
    void doubtAllBut(Set<ConversationId> named) {
        new TreeMap<>(logs).forEach((id, log) -> {
            if (!named.contains(id)) {
                log.doubt();
                fillGap(id, log);
            }
        });
    }

    public void offer(ConversationId id, Held entry) {
        ClientLog log =
                logs.containsKey(id) ? logs.get(id) : begin(id, entry.seq().plus(-1));
        apply(id, log, entry);
        fillGap(id, log);
    }

    public Optional<Seq> applied(ConversationId id) {
        return Optional.ofNullable(logs.get(id)).map(ClientLog::applied);
    }

    /** In order of the ids. */
    public Map<ConversationId, Seq> applied() {
        Map<ConversationId, Seq> all = new TreeMap<>();
        logs.forEach((id, log) -> all.put(id, log.applied()));
        return all;
    }

    String digest() {
        StringBuilder lines = new StringBuilder();
        logs.forEach(
                (id, log) -> lines.append(id).append(' ').append(log.applied()).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private ClientLog begin(ConversationId id, Seq startsAt) {
        ClientLog log = new ClientLog(startsAt);
        logs.put(id, log);
        listener.began(id, startsAt);
        return log;
    }

    private void apply(ConversationId id, ClientLog log, Held entry) {
        List<Held> turn = log.offer(entry);
        if (!turn.isEmpty()) {
            listener.applied(id, turn);
        }
    }

    private void fillGap(ConversationId id, ClientLog log) {
        if (log.hasGap() && reading.add(id)) {
            readGap(id, log);
        }
    }

    private void readGap(ConversationId id, ClientLog log) {
        if (!log.hasGap() || logs.get(id) != log) {
            reading.remove(id);
            return;
        }
        Seq before = log.applied();
        Seq announced = log.asked();
        reader.read(id, before, answer -> {
            if (answer.isEmpty()) {
                reading.remove(id);
                logs.remove(id);
                listener.gone(id);
                return;
            }
            PageOfEntries page = answer.get();
            page.entries().forEach(entry -> apply(id, log, entry));
            if (page.entries().isEmpty()) {
                log.endsAt(page.headSeq(), announced);
            } else {
                log.raise(page.headSeq());
            }
            if (log.applied().equals(before) && !log.announced().isAfter(announced)) {
                reading.remove(id);
            } else {
                readGap(id, log);
            }
        });
    }
}
