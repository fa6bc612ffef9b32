package io.parley.simulation.store;

import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.inbox.InboxStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Inboxes as one process reaches them: of each part of a row the one of the higher position holds. */
final class SimulatedInbox implements InboxStore {

    /** All rows of all users. */
    static final class Rows {

        private final Map<UserId, Map<ConversationId, Stored>> byUser = new TreeMap<>();
        private final Map<UserId, Map<ConversationId, ReadMark>> readByUser = new TreeMap<>();

        private Map<ConversationId, Stored> of(UserId user) {
            return byUser.computeIfAbsent(user, id -> new TreeMap<>());
        }

        private ReadMark read(UserId user, ConversationId conversation, ReadMark read) {
            return readByUser
                    .computeIfAbsent(user, id -> new TreeMap<>())
                    .merge(conversation, read, (a, b) -> b.seq().isAfter(a.seq()) ? b : a);
        }

        /** Only rows that have a head. */
        private List<Stored> all(UserId user) {
            Map<ConversationId, ReadMark> read = readByUser.getOrDefault(user, Map.of());
            return of(user).values().stream()
                    .map(stored -> new Stored(
                            stored.row()
                                    .merge(new InboxRow(
                                            stored.row().conversation(),
                                            stored.row().head(),
                                            stored.row().lastMessage(),
                                            Optional.ofNullable(
                                                    read.get(stored.row().conversation())))),
                            stored.writtenAt()))
                    .toList();
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
    public CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read) {
        return client.change(() -> rows.read(user, conversation, read));
    }

    @Override
    public CompletionStage<List<Stored>> rows(UserId user) {
        return client.ask(() -> rows.all(user));
    }
}
