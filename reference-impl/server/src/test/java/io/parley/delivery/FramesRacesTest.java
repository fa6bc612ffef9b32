package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Several threads send to one {@link Connection} while the wire takes frames from it, in every order of a bounded number of
 * steps: what leaves must be what leaves in some order of whole calls, so that the bound holds and a client that missed a
 * frame is told.
 */
class FramesRacesTest {

    /** Room for one. */
    private static final int PENDING_BYTES_MAX = 24;

    private static final EncodedFrame ONE = EncodedFrame.ofText("one                 ");
    private static final EncodedFrame OTHER = EncodedFrame.ofText("other               ");

    /** As the browser's end sees it: frame by frame, and one thread of the server writes at a time. */
    private static final class Wire implements Transport {

        private record Queued(EncodedFrame frame, Runnable done) {}

        private final Queue<Queued> queue = new ArrayDeque<>();
        private final Object writer = new Object();

        @Override
        public void send(EncodedFrame frame, Runnable done) {
            synchronized (queue) {
                queue.add(new Queued(frame, done));
            }
        }

        String writeOne() {
            synchronized (writer) {
                Queued next;
                synchronized (queue) {
                    next = queue.poll();
                }
                if (next == null) {
                    return "nothing";
                }
                next.done().run();
                return next.frame() == ONE ? "one" : next.frame() == OTHER ? "other" : "resync";
            }
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

    /** The server's own. */
    @Param(name = "which", gen = IntGen.class, conf = "0:1")
    public static class Sends {

        private final Wire wire = new Wire();
        private final Connection connection = new Connection(1, wire, PENDING_BYTES_MAX, Instant.EPOCH);

        @Operation
        public void send(@Param(name = "which") int which) {
            connection.send(which == 0 ? ONE : OTHER);
        }

        @Operation
        public String writeOne() {
            return wire.writeOne();
        }
    }

    /** Looks at what waits, and then adds to it. */
    @Param(name = "which", gen = IntGen.class, conf = "0:1")
    public static class SendsInTwoSteps {

        private final Wire wire = new Wire();
        private final AtomicInteger pendingBytes = new AtomicInteger();

        @Operation
        public void send(@Param(name = "which") int which) {
            EncodedFrame frame = which == 0 ? ONE : OTHER;
            if (pendingBytes.get() + frame.bytes() <= PENDING_BYTES_MAX) {
                pendingBytes.addAndGet(frame.bytes());
                wire.send(frame, () -> pendingBytes.addAndGet(-frame.bytes()));
            }
        }

        @Operation
        public String writeOne() {
            return wire.writeOne();
        }
    }

    @Test
    @Verifies("QG-3")
    void leaveAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> Races.check(Sends.class)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        assertThatThrownBy(() -> Races.check(SendsInTwoSteps.class)).isInstanceOf(LincheckAssertionError.class);
        ProofLog.add(new RuleProof("linearizable", "looks at what waits to leave, and then adds to it", true));
    }
}
