package io.parley.log;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Two ask for room while others give theirs back, in orders of a bounded number of steps: each outcome must be one that some
 * order of whole calls has, so that no more is under way than there is room for, nobody overtakes, and whoever waits begins.
 */
class TurnsRacesTest {

    private static final int ROOM = 2;

    /** What has ended begins what waits for it: which of two ends first is seen only by what they begin. */
    private static final String ENDS = "ends";

    private static final List<String> COMBINATIONS = List.of(
            // Two come for the last room.
            "small | small | small | end",
            "| large | small | end",
            // One comes while room is given back.
            "large | small | end | small",
            "large | large small | end | end",
            // One comes that would fit, while one waits that does not.
            "small large | small | end | end",
            "large small | end end | large | small");

    /** The server's own. */
    public static class TurnsTaken {

        private final Turns turns = new Turns(ROOM, Runnable::run);
        private final Queue<Work> underWay = new ConcurrentLinkedQueue<>();
        private final Queue<CompletableFuture<?>> asked = new ConcurrentLinkedQueue<>();
        private final AtomicInteger inUse = new AtomicInteger();
        private volatile boolean tooMuch;

        /** Whether it has begun. */
        @Operation
        public boolean small() {
            return take(1);
        }

        /** The same for all the room there is. */
        @Operation
        public boolean large() {
            return take(ROOM);
        }

        /** Ends what began first, if anything is under way. */
        @Operation(nonParallelGroup = ENDS)
        public boolean end() {
            Work first = underWay.poll();
            if (first != null) {
                inUse.addAndGet(-first.size);
                first.done.complete(first.size);
            }
            return first != null;
        }

        /** Once all has ended, there is all the room. */
        @Validate
        public void leavesNobodyWaiting() {
            boolean ends = true;
            while (ends) {
                ends = end();
            }
            for (CompletableFuture<?> each : asked) {
                if (!each.isDone()) {
                    throw new IllegalStateException("nothing is under way, and yet one waits");
                }
            }
            if (!large()) {
                throw new IllegalStateException("nothing is under way, and yet there is no room");
            }
            if (tooMuch) {
                throw new IllegalStateException("more was under way than there is room for");
            }
        }

        private boolean take(int size) {
            Work work = new Work(size);
            asked.add(turns.take(size, work).toCompletableFuture());
            return work.begun;
        }

        private final class Work implements Supplier<CompletionStage<Integer>> {

            private final int size;
            private final CompletableFuture<Integer> done = new CompletableFuture<>();
            private volatile boolean begun;

            Work(int size) {
                this.size = size;
            }

            @Override
            public CompletionStage<Integer> get() {
                if (inUse.addAndGet(size) > ROOM) {
                    tooMuch = true;
                }
                begun = true;
                underWay.add(this);
                return done;
            }
        }
    }

    /** Looks whether there is room, and then takes it. */
    public static class TurnsInTwoSteps {

        private final AtomicInteger taken = new AtomicInteger();

        @Operation
        public boolean small() {
            return taken.get() < ROOM && taken.incrementAndGet() > 0;
        }
    }

    @Test
    @Verifies("MSG-4")
    void neverHasMoreUnderWayThanThereIsRoomForAndLetsWhoeverWaitsBegin() {
        assertThatCode(() -> check(TurnsTaken.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether there is room for a turn, and then takes it",
                () -> check(TurnsInTwoSteps.class, List.of("small | small | small |")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(
                operations, combinations, ArrayDeque.class, ArrayList.class, ConcurrentLinkedQueue.class);
    }
}
