package io.parley.simulation.store;

import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.inbox.InboxStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Inboxes as one process reaches them: of each part of a row the one of the higher position holds. */
final class SimulatedInbox implements InboxStore {

    /** All rows of all users. */
    static final class Rows {

        private final Map<UserId, Map<ConversationId, Stored>> byUser = new TreeMap<>();
        private final Map<UserId, Map<ConversationId, ReadMark>> readByUser = new TreeMap<>();

        /** Up to which position nothing of a row is to be seen. */
        private final Map<UserId, Map<ConversationId, Seq>> removedByUser = new TreeMap<>();

        /** Messages whose text is to be seen nowhere. */
        private final Map<UserId, Map<ConversationId, Set<Seq>>> erasedByUser = new TreeMap<>();

        private Map<ConversationId, Stored> of(UserId user) {
            return byUser.computeIfAbsent(user, id -> new TreeMap<>());
        }

        private ReadMark read(UserId user, ConversationId conversation, ReadMark read) {
            return readByUser
                    .computeIfAbsent(user, id -> new TreeMap<>())
                    .merge(conversation, read, (a, b) -> b.seq().isAfter(a.seq()) ? b : a);
        }

        private Seq remove(UserId user, ConversationId conversation, Seq seq) {
            return removedByUser
                    .computeIfAbsent(user, id -> new TreeMap<>())
                    .merge(conversation, seq, (a, b) -> b.isAfter(a) ? b : a);
        }

        private boolean erase(UserId user, ConversationId conversation, Seq message) {
            return erasedByUser
                    .computeIfAbsent(user, id -> new TreeMap<>())
                    .computeIfAbsent(conversation, id -> new TreeSet<>())
                    .add(message);
        }

        /** Only rows that have a head. */
        private List<Stored> all(UserId user) {
            return of(user).values().stream()
                    .flatMap(stored -> shown(user, stored).stream())
                    .toList();
        }

        private Optional<Stored> shown(UserId user, Stored stored) {
            InboxRow row = stored.row();
            ConversationId id = row.conversation();
            Seq removed = removedByUser.getOrDefault(user, Map.of()).getOrDefault(id, Seq.NONE);
            Set<Seq> erased = erasedByUser.getOrDefault(user, Map.of()).getOrDefault(id, Set.of());
            ReadMark read = readByUser.getOrDefault(user, Map.of()).get(id);
            InboxRow all = row.merge(new InboxRow(id, row.head(), row.lastMessage(), Optional.ofNullable(read)));
            InboxRow shown = new InboxRow(
                    id,
                    row.head(),
                    row.lastMessage()
                            .filter(message -> message.seq().isAfter(removed))
                            .map(message -> erased.contains(message.seq()) ? message.erased() : message),
                    all.read().filter(mark -> mark.seq().isAfter(removed)));
            return row.head().seq().isAfter(removed)
                    ? Optional.of(new Stored(shown, stored.writtenAt()))
                    : Optional.empty();
        }

        private static Stored merge(Stored present, Stored next) {
            int order = next.row().head().seq().compareTo(present.row().head().seq());
            boolean newer = order > 0 || (order == 0 && next.writtenAt().isAfter(present.writtenAt()));
            return new Stored(present.row().merge(next.row()), newer ? next.writtenAt() : present.writtenAt());
        }
    }

    private final Rows rows;
    private final StoreClient client;

    SimulatedInbox(Rows rows, StoreClient client) {
        this.rows = rows;
        this.client = client;
    }

    /** Two at a time, so that a batch may be lost between others. */
    @Override
    public List<List<UserId>> together(Collection<UserId> users) {
        List<UserId> all = users.stream().distinct().sorted().toList();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + 2)
                .mapToObj(from -> all.subList(from, Math.min(from + 2, all.size())))
                .toList();
    }

    /** Partitions are not written at one moment: each reaches its nodes by itself. */
    @Override
    public CompletionStage<?> write(Map<UserId, InboxRow> written, Instant writtenAt) {
        return CompletableFuture.allOf(written.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> client.change(() -> rows.of(each.getKey())
                                .merge(
                                        each.getValue().conversation(),
                                        new Stored(each.getValue(), writtenAt),
                                        Rows::merge))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    @Override
    public CompletionStage<?> remove(ConversationId conversation, Map<UserId, Seq> left) {
        return CompletableFuture.allOf(left.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> client.change(() -> rows.remove(each.getKey(), conversation, each.getValue()))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    @Override
    public CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId conversation, Seq message) {
        return CompletableFuture.allOf(users.stream()
                .sorted()
                .map(user -> client.change(() -> rows.erase(user, conversation, message))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    @Override
    public CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read) {
        return client.change(() -> rows.read(user, conversation, read));
    }

    @Override
    public CompletionStage<List<Stored>> rows(UserId user) {
        return client.ask(() -> rows.all(user));
    }
}
