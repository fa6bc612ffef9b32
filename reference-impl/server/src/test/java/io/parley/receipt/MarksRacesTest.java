package io.parley.receipt;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.States;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Devices report and authors write while marks are asked for, loaded and written down, in orders of a bounded number of steps:
 * each outcome must be one that some order of whole calls has, so that no mark is lost and none told twice.
 */
class MarksRacesTest {

    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0x7000, 1));
    private static final DeviceId DEVICE = new DeviceId(new UUID(0, 1));
    private static final DeviceId OTHER_DEVICE = new DeviceId(new UUID(0, 2));

    private static final List<DeviceMark> REPORTED_1 = List.of(new DeviceMark(States.ANN, DEVICE, markAt(1)));
    private static final List<DeviceMark> REPORTED_2 = List.of(new DeviceMark(States.ANN, DEVICE, markAt(2)));
    private static final List<DeviceMark> OTHER_REPORTED_3 =
            List.of(new DeviceMark(States.ANN, OTHER_DEVICE, markAt(3)));
    private static final List<DeviceMark> SENT_1 = List.of(new DeviceMark(States.ANN, DeviceMark.SENT, markAt(1)));
    private static final List<DeviceMark> SENT_2 = List.of(new DeviceMark(States.ANN, DeviceMark.SENT, markAt(2)));
    private static final List<DeviceMark> SENT_3 = List.of(new DeviceMark(States.ANN, DeviceMark.SENT, markAt(3)));
    private static final List<DeviceMark> BOTH_SENT_2 =
            List.of(SENT_2.get(0), new DeviceMark(States.BEN, DeviceMark.SENT, markAt(2)));

    private static final List<String> COMBINATIONS_OF_DEVICES = List.of(
            // The first two reports of a member come at the same time.
            "| report1 | report2 | reached",
            // More is reported while it is asked how far the member is.
            "report1 | report2 reportOther3 | reached reached |",
            // Stored marks are loaded while it is asked whether one is news to them.
            "report1 | load2 | covers1 reached |",
            // Two tell the same, and one tells the other's.
            "tellsNews1 | tellsNews2 | tellsNews1 tellsNews2 |");

    private static final List<String> COMBINATIONS_OF_AUTHORS = List.of(
            // Two entries are committed at the same time, the first of all or not.
            "| add1 | add2 | due",
            "add1 | add2OfBoth | add3 | due",
            // One is committed while what came before it is written.
            "add1 | add2OfBoth | written1 | due",
            // It is asked what is due while one is committed, and while all or some is written.
            "add1 | add2OfBoth written2 | due |",
            "add2OfBoth add3 | written2 | due |");

    /** Marks that devices reported. */
    public static class Held {

        private final HeldMarks marks = new HeldMarks();

        @Operation
        public void report1() {
            marks.add(REPORTED_1);
        }

        @Operation
        public void report2() {
            marks.add(REPORTED_2);
        }

        @Operation
        public void reportOther3() {
            marks.add(OTHER_REPORTED_3);
        }

        @Operation
        public void load2() {
            marks.loaded(REPORTED_2);
        }

        @Operation
        public boolean covers1() {
            return marks.covers(REPORTED_1.get(0));
        }

        @Operation
        public long reached() {
            return marks.of(States.ANN).read().value();
        }

        @Operation
        public boolean tellsNews1() {
            return marks.tellsNews(markAt(1));
        }

        @Operation
        public boolean tellsNews2() {
            return marks.tellsNews(markAt(2));
        }
    }

    /** Looks whether a mark was told, and then notes it. */
    public static class HeldInTwoSteps {

        private final AtomicReference<Mark> toldOfAll = new AtomicReference<>(Mark.NONE);

        @Operation
        public boolean tellsNews() {
            boolean news = !markAt(1).equals(toldOfAll.get());
            toldOfAll.set(markAt(1));
            return news;
        }
    }

    /** Marks of authors whose entries were committed and whose rows are not written. */
    public static class Sent {

        private final SentMarks marks = new SentMarks();

        @Operation
        public void add1() {
            marks.add(CONVERSATION, SENT_1);
        }

        @Operation
        public void add2OfBoth() {
            marks.add(CONVERSATION, BOTH_SENT_2);
        }

        @Operation
        public void add2() {
            marks.add(CONVERSATION, SENT_2);
        }

        @Operation
        public void add3() {
            marks.add(CONVERSATION, SENT_3);
        }

        @Operation
        public void written1() {
            marks.written(CONVERSATION, new Seq(1));
        }

        @Operation
        public void written2() {
            marks.written(CONVERSATION, new Seq(2));
        }

        @Operation
        public long due() {
            long all = 0;
            for (DeviceMark mark : marks.due(CONVERSATION)) {
                all += mark.mark().read().value() * (mark.user().equals(States.ANN) ? 1 : 10);
            }
            return all;
        }
    }

    /** Looks at what is due, and then puts the higher mark in its place. */
    public static class SentInTwoSteps {

        private final ConcurrentMap<ConversationId, Mark> due = new ConcurrentHashMap<>();

        @Operation
        public void add1() {
            add(markAt(1));
        }

        @Operation
        public void add2() {
            add(markAt(2));
        }

        private void add(Mark mark) {
            due.put(CONVERSATION, due.getOrDefault(CONVERSATION, Mark.NONE).max(mark));
        }

        @Operation
        public long due() {
            return due.getOrDefault(CONVERSATION, Mark.NONE).read().value();
        }
    }

    @Test
    @Verifies("MSG-10")
    void ofDevicesAreHeldAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> check(Held.class, COMBINATIONS_OF_DEVICES)).doesNotThrowAnyException();
    }

    @Test
    @Verifies("MSG-10")
    void ofAuthorsAreDueAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> check(Sent.class, COMBINATIONS_OF_AUTHORS)).doesNotThrowAnyException();
    }

    @Test
    void findsPlantedRaces() {
        Races.assertFound(
                "looks whether a mark was told, and then notes that it was",
                () -> check(HeldInTwoSteps.class, List.of("| tellsNews | tellsNews |")));
        Races.assertFound(
                "looks at an author's mark, and then puts a higher one",
                () -> check(SentInTwoSteps.class, List.of("| add1 | add2 | due")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(
                operations,
                combinations,
                ConcurrentHashMap.class,
                DeviceId.class,
                DeviceMark.class,
                Mark.class,
                Seq.class,
                UserId.class);
    }

    private static Mark markAt(int seq) {
        return new Mark(new Seq(seq), new Seq(seq), seq);
    }
}
