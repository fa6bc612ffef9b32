package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.evidence.Verifies;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Several threads send to one {@link Connection} while the wire takes frames from it, in orders of a bounded number of steps:
 * what leaves must be what leaves in some order of whole calls, so that the bound holds and a client that missed a frame is
 * told.
 */
class FramesRacesTest {

    /** Room for one, and for one of the small. */
    private static final int PENDING_BYTES_MAX = 24;

    private static final EncodedFrame ONE = EncodedFrame.ofText("one                 ");
    private static final EncodedFrame OTHER = EncodedFrame.ofText("other               ");
    private static final EncodedFrame SMALL = EncodedFrame.ofText("few");

    /** One thread of the server writes at a time. */
    private static final String WIRE = "wire";

    private static final List<String> COMBINATIONS = List.of(
            // Two come at the same time.
            "| sendOne | sendOther | writeOne writeOne",
            "| sendOne | sendOther writeOne | writeOne",
            // One comes while another leaves, beside which there is no room for it, and beside which there is.
            "sendOne | writeOne | sendOther | writeOne",
            "sendSmall | writeOne | sendOne | sendSmall writeOne writeOne",
            // One comes while the last leaves before the client is told that it missed one, and while it is told.
            "sendOne sendOther | writeOne | sendOne | writeOne writeOne",
            "sendOne sendOther | writeOne writeOne | sendOne | writeOne");

    /** As the browser's end sees it: frame by frame. */
    private static final class Wire implements Transport {

        private record Queued(EncodedFrame frame, Runnable done) {}

        private final Queue<Queued> queue = new ConcurrentLinkedQueue<>();

        @Override
        public void send(EncodedFrame frame, Runnable done) {
            queue.add(new Queued(frame, done));
        }

        String writeOne() {
            Queued next = queue.poll();
            if (next == null) {
                return "nothing";
            }
            next.done().run();
            return name(next.frame());
        }

        private static String name(EncodedFrame frame) {
            if (frame == SMALL) {
                return "small";
            }
            return frame == ONE ? "one" : frame == OTHER ? "other" : "resync";
        }

        @Override
        public void close(CloseCode code) {
            throw new UnsupportedOperationException("nobody closes here");
        }

        @Override
        public void cut() {
            throw new UnsupportedOperationException("nobody cuts here");
        }
    }

    /** Whoever sends, to what is under test or to what is planted. */
    public abstract static class Senders {

        final Wire wire = new Wire();

        abstract void send(EncodedFrame frame);

        @Operation
        public void sendOne() {
            send(ONE);
        }

        @Operation
        public void sendOther() {
            send(OTHER);
        }

        @Operation
        public void sendSmall() {
            send(SMALL);
        }

        @Operation(nonParallelGroup = WIRE)
        public String writeOne() {
            return wire.writeOne();
        }
    }

    /** The server's own. */
    public static class Sends extends Senders {

        private final Connection connection = new Connection(1, wire, PENDING_BYTES_MAX, Instant.EPOCH);

        @Override
        void send(EncodedFrame frame) {
            connection.send(frame);
        }
    }

    /** Looks at what waits, and then adds to it. */
    public static class SendsInTwoSteps extends Senders {

        private final AtomicInteger pendingBytes = new AtomicInteger();

        @Override
        void send(EncodedFrame frame) {
            if (pendingBytes.get() + frame.bytes() <= PENDING_BYTES_MAX) {
                pendingBytes.addAndGet(frame.bytes());
                wire.send(frame, () -> pendingBytes.addAndGet(-frame.bytes()));
            }
        }
    }

    @Test
    @Verifies("QG-3")
    void leaveAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> check(Sends.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks at what waits to leave, and then adds to it",
                () -> check(SendsInTwoSteps.class, List.of("| sendOne | sendOther | writeOne writeOne")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(operations, combinations, ConcurrentLinkedQueue.class);
    }
}
