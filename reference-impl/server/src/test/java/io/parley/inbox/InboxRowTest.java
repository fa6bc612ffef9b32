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
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rows say, and how versions of one come together. */
@Verifies("MSG-14")
class InboxRowTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final UserId ann = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final ConversationId conversation = new ConversationId(UuidCreator.getTimeOrderedEpoch());

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
