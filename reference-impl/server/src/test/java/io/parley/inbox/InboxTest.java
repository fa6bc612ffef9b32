package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.inbox.InboxRow.Head;
import io.parley.inbox.InboxRow.LastMessage;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationType;
import io.parley.log.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rows say, and how versions of one come together. */
@Verifies("MSG-14")
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final UserId ann = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final ConversationId conversation = new ConversationId(UuidCreator.getTimeOrderedEpoch());
    private final Table table = new Table();
    private final Inbox inbox = new Inbox(table, 10, 1, OVERLAP, Runnable::run, () -> NOW);

    /** One inbox row per conversation, with the time of its last write. */
    private static final class Table implements InboxStore {

        private final Map<ConversationId, Stored> rows = new HashMap<>();

        @Override
        public List<List<UserId>> together(Collection<UserId> users) {
            return List.of(List.copyOf(users));
        }

        @Override
        public CompletionStage<?> write(Map<UserId, InboxRow> written, Instant writtenAt) {
            written.values().forEach(row -> rows.put(row.conversation(), new Stored(row, writtenAt)));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> remove(ConversationId id, Map<UserId, Seq> left) {
            rows.remove(id);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId id, Seq message) {
            rows.computeIfPresent(
                    id, (same, stored) -> new Stored(stored.row().erased(Set.of(message)), stored.writtenAt()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> writeRead(UserId user, ConversationId id, ReadMark read) {
            rows.computeIfPresent(
                    id,
                    (same, stored) -> new Stored(
                            stored.row()
                                    .merge(new InboxRow(
                                            id,
                                            stored.row().head(),
                                            stored.row().lastMessage(),
                                            Optional.of(read))),
                            stored.writtenAt()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<List<Stored>> rows(UserId user) {
            return CompletableFuture.completedFuture(new ArrayList<>(rows.values()));
        }
    }

    @Test
    void countsWhatCameAfterTheReadMark() {
        assertThat(row(5, 4, null, null).unreadCount()).isEqualTo(4);
        assertThat(row(5, 4, null, new ReadMark(new Seq(3), 2)).unreadCount()).isEqualTo(2);
        assertThat(row(5, 4, null, new ReadMark(new Seq(5), 4)).unreadCount()).isZero();
    }

    @Test
    void keepsTheLaterOfEachPartInWhateverOrderTheyCome() {
        InboxRow older = row(3, 2, message(3), new ReadMark(new Seq(3), 2));
        InboxRow newer = row(7, 5, message(6), null);
        InboxRow both = new InboxRow(conversation, newer.head(), newer.lastMessage(), older.read());

        assertThat(older.merge(newer)).isEqualTo(both);
        assertThat(newer.merge(older)).isEqualTo(both);
        assertThat(both.merge(older).merge(newer)).isEqualTo(both);
    }

    @Test
    @Verifies("MSG-12")
    void tellsTheHeadsThatWereWrittenSinceATokenAndALittleBefore() {
        table.write(Map.of(ann, row(3, 2, null, null)), NOW);

        assertThat(heads(Optional.empty())).containsExactly(Map.entry(conversation, new Seq(3)));
        assertThat(heads(Optional.of(NOW.plus(OVERLAP)))).containsExactly(Map.entry(conversation, new Seq(3)));
        assertThat(heads(Optional.of(NOW.plus(OVERLAP).plusMillis(1)))).isEmpty();
    }

    private Map<ConversationId, Seq> heads(Optional<Instant> since) {
        return inbox.heads(ann, since)
                .toCompletableFuture()
                .getNow(new Inbox.Heads(Map.of(), 0))
                .changed();
    }

    private InboxRow row(long seq, long ordinal, @Nullable LastMessage message, @Nullable ReadMark read) {
        Head head = new Head(
                new Seq(seq), ordinal, NOW, ConversationType.GROUP, Optional.of("Friends"), Role.MEMBER, 3, null, NOW);
        return new InboxRow(conversation, head, Optional.ofNullable(message), Optional.ofNullable(read));
    }

    private LastMessage message(long seq) {
        return new LastMessage(
                new Seq(seq), new EntryId(UuidCreator.getTimeOrderedEpoch()), ann, "message", "hello", NOW);
    }
}
