package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.evidence.Verifies;
import io.parley.log.AfterStep;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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

    private static final String STEP = "step";

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

    private static final List<String> OF_STEPS = List.of(
            // One comes while the step ends that sent another.
            "sendOne | endStep | sendOther | endStep writeOne writeOne",
            // One comes, for which there is no room or for which there is, while others are written and leave.
            "sendOne sendOther | endStep writeOne | sendOne | endStep writeOne",
            "sendSmall | endStep writeOne | sendOne | endStep writeOne");

    /** As the browser's end sees it: frame by frame. */
    private static final class Wire implements Transport {

        private record Queued(List<EncodedFrame> frames, Runnable done) {}

        private final Queue<Queued> queue = new ConcurrentLinkedQueue<>();

        @Override
        public void send(List<EncodedFrame> frames, Runnable done) {
            queue.add(new Queued(frames, done));
        }

        String writeOne() {
            Queued next = queue.poll();
            if (next == null) {
                return "nothing";
            }
            next.done().run();
            return next.frames().stream().map(Wire::name).collect(Collectors.joining(" "));
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

        private final Connection connection =
                new Connection(1, wire, PENDING_BYTES_MAX, AfterStep.AT_ONCE, Instant.EPOCH);

        @Override
        void send(EncodedFrame frame) {
            connection.send(frame);
        }
    }

    /** The server's own, in steps that go on for a while. */
    public static class SendsOfSteps extends Senders {

        private final Queue<Runnable> ends = new ConcurrentLinkedQueue<>();
        private final Connection connection = new Connection(1, wire, PENDING_BYTES_MAX, ends::add, Instant.EPOCH);

        @Override
        void send(EncodedFrame frame) {
            connection.send(frame);
        }

        @Operation(nonParallelGroup = STEP)
        public void endStep() {
            Runnable end = ends.poll();
            if (end != null) {
                end.run();
            }
        }
    }

    /** Writes what was put off, and then forgets it. */
    public static class WritesThenForgets extends Senders {

        private final Queue<EncodedFrame> toWrite = new ConcurrentLinkedQueue<>();

        @Override
        void send(EncodedFrame frame) {
            toWrite.add(frame);
        }

        @Operation(nonParallelGroup = STEP)
        public void endStep() {
            List<EncodedFrame> frames = List.copyOf(toWrite);
            if (!frames.isEmpty()) {
                wire.send(frames, () -> {});
                toWrite.clear();
            }
        }
    }

    /** Looks at what waits, and then adds to it. */
    public static class SendsInTwoSteps extends Senders {

        private final AtomicInteger pendingBytes = new AtomicInteger();

        @Override
        void send(EncodedFrame frame) {
            if (pendingBytes.get() + frame.bytes() <= PENDING_BYTES_MAX) {
                pendingBytes.addAndGet(frame.bytes());
                wire.send(List.of(frame), () -> pendingBytes.addAndGet(-frame.bytes()));
            }
        }
    }

    @Test
    @Verifies("QG-3")
    void leaveAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> check(Sends.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    @Verifies("QG-3")
    void areWrittenOnceWhenAStepEndsBesideThem() {
        assertThatCode(() -> check(SendsOfSteps.class, OF_STEPS)).doesNotThrowAnyException();
    }

    @Test
    void findsAFrameThatIsForgottenUnwritten() {
        Races.assertFound(
                "writes what was put off, and then forgets it",
                () -> check(
                        WritesThenForgets.class, List.of("sendOne | endStep | sendOther | endStep writeOne writeOne")));
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
