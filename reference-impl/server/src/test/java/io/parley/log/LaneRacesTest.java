package io.parley.log;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Senders put commands into a lane while its one chain of steps takes them and ends, in orders of a bounded number of
 * steps: each outcome must be one that some order of whole calls has, so that no command is lost, taken twice, or put into
 * what has ended, and none is refused for bytes that are gone.
 */
class LaneRacesTest {

    /** One chain of steps is under way at a time. */
    private static final String LANE = "lane";

    /** Each a byte longer than the one before; the first has waited too long when the second has not. */
    private static final List<Pending> COMMANDS = Stream.of("a", "bb", "ccc")
            .map(text -> new Pending(
                    Given.message(Given.anyId(), Given.ANN, text), Given.NOW.plus(Duration.ofSeconds(text.length()))))
            .toList();

    private static final List<String> COMBINATIONS = List.of(
            // Two come at the same time: to begin the lane, and for the last room.
            "| offerFirst | offerSecond | take",
            "offerFirst | offerSecond | offerThird | take take",
            // One comes while the lane takes all there is, and while it ends.
            "offerSecond offerThird | take | offerFirst | take",
            "offerFirst take | take | offerSecond | take",
            // One comes while what was too much for one round is put back, and while what is overdue is taken out.
            "offerFirst offerSecond take | putBack | offerThird offerFirst | take",
            "offerFirst | takeOverdue | offerThird |");

    /** The server's own. */
    public static class Lanes {

        private final LaneQueue queue = new LaneQueue(settings());
        private List<Pending> inHand = List.of();

        @Operation
        public String offerFirst() {
            return offer(0);
        }

        @Operation
        public String offerSecond() {
            return offer(1);
        }

        @Operation
        public String offerThird() {
            return offer(2);
        }

        @Operation(nonParallelGroup = LANE)
        public List<Integer> take() {
            inHand = queue.take();
            return which(inHand);
        }

        /** All but the first are too much for one round. */
        @Operation(nonParallelGroup = LANE)
        public void putBack() {
            if (!inHand.isEmpty()) {
                queue.putBack(inHand.subList(1, inHand.size()));
                inHand = List.of();
            }
        }

        @Operation(nonParallelGroup = LANE)
        public List<Integer> takeOverdue() {
            return which(queue.takeOverdue(Given.NOW.plusMillis(1500)));
        }

        /** Without anything in it there is room for as much as ever, and for no more. */
        @Validate
        public void countsTheBytesThatWait() {
            queue.takeOverdue(Instant.MAX);
            if (offerSecond().equals("FULL") || offerThird().equals("FULL")) {
                throw new IllegalStateException("nothing waits, and yet there is no room");
            }
            if (offerFirst().equals("WAITS")) {
                throw new IllegalStateException("two wait, and yet there is room");
            }
        }

        private String offer(int command) {
            return queue.offer(COMMANDS.get(command)).name();
        }

        /** Without a stream, of which each step would count. */
        private static List<Integer> which(List<Pending> pending) {
            List<Integer> all = new ArrayList<>();
            for (Pending each : pending) {
                all.add(COMMANDS.indexOf(each));
            }
            return all;
        }
    }

    /** Looks whether nothing waits, and then ends. */
    public static class LanesInTwoSteps {

        private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
        private volatile boolean ended;

        @Operation
        public boolean offer() {
            return !ended && waiting.add(1);
        }

        @Operation(nonParallelGroup = LANE)
        public boolean take() {
            if (waiting.poll() == null) {
                ended = true;
            }
            return !ended;
        }
    }

    @Test
    @Verifies({"INV-3", "INV-4"})
    void takesEachCommandOnceOrNotAtAll() {
        assertThatCode(() -> check(Lanes.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether a lane has nothing to do, and then ends it",
                () -> check(LanesInTwoSteps.class, List.of("offer take | take | offer | take")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(
                operations,
                combinations,
                ArrayDeque.class,
                ArrayList.class,
                ConcurrentLinkedQueue.class,
                LogSettings.class,
                Pending.class);
    }

    /** Room for any two commands and not for all three, and for two of them in a round. */
    private static LogSettings settings() {
        LogSettings given = Given.settings();
        int bytes = COMMANDS.get(1).bytes() + COMMANDS.get(2).bytes();
        return new LogSettings(
                given.bucketEntries(),
                given.idWindowEntries(),
                2,
                bytes,
                3,
                bytes,
                given.snapshotEveryEntries(),
                given.membersMax(),
                given.editEntriesMax(),
                given.skew(),
                given.answerWithin(),
                given.backOffBase(),
                given.backOffMax(),
                given.cachedBytesMax(),
                given.reads());
    }
}
