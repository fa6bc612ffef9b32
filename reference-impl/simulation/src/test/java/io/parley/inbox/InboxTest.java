package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.inbox.InboxRow.Head;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationType;
import io.parley.log.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of the rows that are stored. */
@Verifies("MSG-14")
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final Conversations conversations = new Conversations();
    private final UserId ann = conversations.user();
    private final ConversationId conversation = conversations.id();
    private final Inbox inbox = new Inbox(conversations.inboxes(), 10, 1, OVERLAP, Runnable::run, () -> NOW);

    @Test
    @Verifies("MSG-12")
    void tellsTheHeadsThatWereWrittenSinceATokenAndALittleBefore() {
        conversations.await(conversations.inboxes().write(Map.of(ann, rowWithHead(3)), NOW));

        assertThat(heads(Optional.empty())).containsExactly(Map.entry(conversation, new Seq(3)));
        assertThat(heads(Optional.of(NOW.plus(OVERLAP)))).containsExactly(Map.entry(conversation, new Seq(3)));
        assertThat(heads(Optional.of(NOW.plus(OVERLAP).plusMillis(1)))).isEmpty();
    }

    private Map<ConversationId, Seq> heads(Optional<Instant> since) {
        return conversations.await(inbox.heads(ann, since)).changed();
    }

    private InboxRow rowWithHead(long seq) {
        Head head = new Head(
                new Seq(seq), 2, NOW, ConversationType.GROUP, Optional.of("Friends"), Role.MEMBER, 3, null, NOW);
        return new InboxRow(conversation, head, Optional.empty(), Optional.empty());
    }
}
