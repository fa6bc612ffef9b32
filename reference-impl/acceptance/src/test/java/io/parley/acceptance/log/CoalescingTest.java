package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.evidence.Verifies;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxStore;
import io.parley.kernel.Seq;
import io.parley.limits.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A burst of messages writes few inbox rows, and the last ones are true. */
@Verifies("MSG-14")
class CoalescingTest {

    private static final int MEMBERS = 25;
    private static final int REQUESTS_PER_ROUND = 3;
    private static final int MESSAGES = 400;
    private static final int GROUPS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProjectedNode node = new ProjectedNode(LogNode.KEYSPACE);

    @Test
    void writesARowPerMemberAndIntervalAndNotPerMessage() {
        long begun = System.nanoTime();
        TestConversation group = TestConversation.aGroupOf(MEMBERS, node.log());
        for (int i = 0; i < MESSAGES; i++) {
            group.send(node.log(), TestConversation.newId(), group.members().get(i % 2), "message " + i);
        }
        Seq head = new Seq(MESSAGES + 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(group.members()).allSatisfy(member -> assertThat(node.stored(member))
                        .extracting(stored -> stored.row().head().seq())
                        .containsExactly(head)));

        // However long the burst took: one round of rows at its begin, and one for each interval since.
        long intervals = Duration.ofNanos(System.nanoTime() - begun)
                .dividedBy(Limits.packaged().projection().coalesce());
        assertThat(node.rowsWritten()).isBetween(2 * MEMBERS, Math.toIntExact((intervals + 2) * MEMBERS));
        assertThat(node.rowsWritten()).isLessThan(MESSAGES * MEMBERS / 2);
        assertThat(node.requests()).isEqualTo(node.rowsWritten() / MEMBERS * REQUESTS_PER_ROUND);
        List<InboxStore.Stored> last = node.stored(group.members().get(2));
        assertThat(last.get(0).row().unreadCount()).isEqualTo(MESSAGES);
        assertThat(last.get(0).row().lastMessage().map(InboxRow.LastMessage::text))
                .isEqualTo(Optional.of("message " + (MESSAGES - 1)));
        assertThat(node.stored(group.members().get(1)).get(0).row().unreadCount())
                .isZero();
        assertThat(node.stored(group.members().get(0)).get(0).row().unreadCount())
                .isEqualTo(1);
    }

    @Test
    void sendsTheRequestsOfAllConversationsOneAfterTheOther() {
        List<TestConversation> groups = Stream.generate(() -> TestConversation.aGroupOf(MEMBERS, node.log()))
                .limit(GROUPS)
                .toList();
        groups.forEach(group ->
                group.send(node.log(), TestConversation.newId(), group.members().get(0), "to all at once"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups)
                .allSatisfy(group -> assertThat(node.stored(group.members().get(MEMBERS - 1)))
                        .extracting(stored -> stored.row().head().seq())
                        .containsExactly(new Seq(2))));
        assertThat(node.requestsAtOnceMax()).isEqualTo(ProjectedNode.REQUESTS_MAX);
    }

    @AfterEach
    void close() {
        node.close();
    }
}
