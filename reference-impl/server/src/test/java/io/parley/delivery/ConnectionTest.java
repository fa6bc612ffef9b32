package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.log.AfterStep;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@Verifies("MSG-17")
class ConnectionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final EncodedFrame FRAME = EncodedFrame.ofText("x".repeat(100));
    private static final String RESYNC = "{\"type\":\"resync\"}";

    private final RecordedTransport wire = new RecordedTransport();
    private final Connection connection = new Connection(1, wire, 250, AfterStep.AT_ONCE, NOW);

    @Test
    void holdsNoMoreThanItsBoundForAClientThatDoesNotRead() {
        for (int i = 0; i < 1000; i++) {
            connection.send(FRAME);
        }

        assertThat(wire.frames).hasSize(2);
    }

    @Test
    void asksForOneResyncOnceTheQueueHasDrained() {
        connection.send(FRAME);
        connection.send(FRAME);
        connection.send(FRAME);
        connection.send(FRAME);

        wire.readAll();

        assertThat(wire.frames).containsExactly(FRAME.text(), FRAME.text(), RESYNC);
    }

    @Test
    void sendsAgainAfterTheResync() {
        connection.send(FRAME);
        connection.send(FRAME);
        connection.send(FRAME);
        wire.readAll();

        connection.send(FRAME);

        assertThat(wire.frames).containsExactly(FRAME.text(), FRAME.text(), RESYNC, FRAME.text());
    }

    @Test
    void sendsUpToTheBoundExactly() {
        Connection exact = new Connection(1, wire, 200, AfterStep.AT_ONCE, NOW);
        exact.send(FRAME);
        exact.send(FRAME);
        wire.readAll();

        assertThat(wire.frames).containsExactly(FRAME.text(), FRAME.text());
    }

    @Test
    void writesTogetherWhatOneStepSends() {
        Deque<Runnable> ends = new ArrayDeque<>();
        Connection busy = new Connection(1, wire, 250, ends::add, NOW);
        busy.send(FRAME);
        busy.send(FRAME);
        busy.send(FRAME);
        assertThat(wire.frames).isEmpty();

        ends.remove().run();

        assertThat(ends).isEmpty();
        assertThat(wire.frames).containsExactly(FRAME.text(), FRAME.text());
        assertThat(wire.writes).isOne();
    }

    @Test
    void saysGoodByeAfterWhatAStepHasSent() {
        Deque<Runnable> ends = new ArrayDeque<>();
        Connection busy = new Connection(1, wire, 250, ends::add, NOW);
        busy.send(FRAME);

        busy.close(CloseCode.SILENT, NOW);
        ends.remove().run();

        assertThat(wire.framesAtClose).containsExactly(FRAME.text());
        assertThat(wire.frames).containsExactly(FRAME.text());
    }

    @Test
    void saysGoodByeOnceAndCutsWhoDoesNotListen() {
        assertThat(connection.closeOrCut(NOW)).isFalse();
        connection.close(CloseCode.SILENT, NOW);
        connection.close(CloseCode.UNAUTHENTICATED, NOW);
        assertThat(connection.closeOrCut(NOW.plusSeconds(5))).isTrue();
        assertThat(wire.cut).isFalse();

        connection.closeOrCut(NOW.plusSeconds(6));

        assertThat(wire.closes).containsExactly(CloseCode.SILENT);
        assertThat(wire.cut).isTrue();
    }

    @Test
    void limitsRequestsWhoseAnswerIsAwaited() {
        assertThat(connection.begin(2)).isTrue();
        assertThat(connection.begin(2)).isTrue();
        assertThat(connection.begin(2)).isFalse();

        connection.end();

        assertThat(connection.begin(2)).isTrue();
    }

    @Test
    void keepsOneOfThoseWhoWaitForTheSame() {
        CompletableFuture<Object> end = new CompletableFuture<>();
        List<Throwable> told = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            connection.awaitOnce(end, told::add);
        }
        assertThat(end.getNumberOfDependents()).isEqualTo(1);

        end.completeExceptionally(new IllegalStateException("an end that was planted"));
        assertThat(told).hasSize(1);

        connection.awaitOnce(end, told::add);
        assertThat(told).hasSize(2);
    }
}
