package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.Caller;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.AfterStep;
import io.parley.receipt.Mark;
import io.parley.receipt.MarksMoved;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one message costs each device in receipts when every member moves in an interval of their own: the worst case. */
@Verifies("MSG-10")
class ReceiptBytesTest {

    /** Beyond any conversation that we know of. */
    private static final long SEQ = 1_000_000_000;

    private static final int FRAMES_MAX = 4;
    private static final int BYTES_MAX = 1024;

    private final Limits limits = Limits.packaged();
    private final Connections connections = new Connections(limits, AfterStep.AT_ONCE, () -> Instant.EPOCH);
    private final MarksPusher pusher = new MarksPusher(connections, limits);
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final Map<UserId, RecordedTransport> wires = new LinkedHashMap<>();

    @Test
    void doNotGrowWithTheMembersOfALargeGroup() {
        receiptsOfOneMessage(limits.conversation().membersMax());

        assertThat(wires.values()).allSatisfy(wire -> {
            assertThat(wire.frames).hasSizeLessThanOrEqualTo(FRAMES_MAX);
            assertThat(bytes(wire)).isLessThan(BYTES_MAX);
        });
    }

    @Test
    void nameEverybodyInASmallGroup() {
        int members = limits.receipt().namedMembersMax();
        receiptsOfOneMessage(members);

        // Each of the others twice; all of them with the last ones.
        assertThat(wires.values()).allSatisfy(wire -> assertThat(wire.frames).hasSize(2 * members));
        assertThat(wires.values()).allSatisfy(wire -> assertThat(bytes(wire)).isLessThan(members * BYTES_MAX));
    }

    private void receiptsOfOneMessage(int members) {
        for (int i = 0; i < members; i++) {
            UserId user = new UserId(UUID.randomUUID());
            RecordedTransport wire = new RecordedTransport();
            Connection connection = connections.opened(wire);
            connection.authenticated(new Caller(user, new DeviceId(UUID.randomUUID()), UUID.randomUUID(), Instant.MAX));
            connections.subscribe(connection, user);
            wires.put(user, wire);
        }
        Mark before = new Mark(new Seq(SEQ - 1), new Seq(SEQ - 1), SEQ - 1);
        Mark delivered = new Mark(new Seq(SEQ), new Seq(SEQ - 1), SEQ - 1);
        Mark read = new Mark(new Seq(SEQ), new Seq(SEQ), SEQ);
        everybodyMoves(before, delivered);
        everybodyMoves(delivered, read);
    }

    private void everybodyMoves(Mark from, Mark to) {
        Set<UserId> left = new HashSet<>(wires.keySet());
        for (UserId user : wires.keySet()) {
            left.remove(user);
            boolean last = left.isEmpty();
            pusher.on(new MarksMoved(conversation, wires.keySet(), Map.of(user, to), last ? to : from, last));
        }
        wires.values().forEach(RecordedTransport::readAll);
    }

    private static int bytes(RecordedTransport wire) {
        return wire.frames.stream()
                .mapToInt(frame -> frame.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
