package io.parley.receipt;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.delivery.Races;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.log.States;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Devices report and authors write while marks are asked for and written down, in every order of a bounded number of steps:
 * each outcome must be one that some order of whole calls has, so that no mark is lost and none told twice.
 */
class MarksRacesTest {

    private static final ConversationId CONVERSATION = new ConversationId(UuidCreator.getTimeOrderedEpoch());
    private static final DeviceId DEVICE = new DeviceId(new UUID(0, 1));

    /** Marks that devices reported. */
    @Param(name = "seq", gen = IntGen.class, conf = "1:2")
    public static class Held {

        private final HeldMarks marks = new HeldMarks();

        @Operation
        public void report(@Param(name = "seq") int seq) {
            marks.add(List.of(new DeviceMark(States.ANN, DEVICE, markAt(seq))));
        }

        @Operation
        public long reached() {
            return marks.of(States.ANN).read().value();
        }

        @Operation
        public boolean tellsNews(@Param(name = "seq") int seq) {
            return marks.tellsNews(markAt(seq));
        }
    }

    /** Looks whether a mark was told, and then notes it. */
    @Param(name = "seq", gen = IntGen.class, conf = "1:2")
    public static class HeldInTwoSteps {

        private final AtomicReference<Mark> toldOfAll = new AtomicReference<>(Mark.NONE);

        @Operation
        public boolean tellsNews(@Param(name = "seq") int seq) {
            boolean news = !markAt(seq).equals(toldOfAll.get());
            toldOfAll.set(markAt(seq));
            return news;
        }
    }

    /** Marks of authors whose entries were committed and whose rows are not written. */
    @Param(name = "seq", gen = IntGen.class, conf = "1:2")
    public static class Sent {

        private final SentMarks marks = new SentMarks();

        @Operation
        public void add(@Param(name = "seq") int seq) {
            marks.add(CONVERSATION, List.of(new DeviceMark(States.ANN, DeviceMark.SENT, markAt(seq))));
        }

        @Operation
        public void written(@Param(name = "seq") int seq) {
            marks.written(CONVERSATION, new Seq(seq));
        }

        @Operation
        public long due() {
            return marks.due(CONVERSATION).stream()
                    .mapToLong(mark -> mark.mark().read().value())
                    .sum();
        }
    }

    /** Looks at what is due, and then puts the higher mark in its place. */
    @Param(name = "seq", gen = IntGen.class, conf = "1:2")
    public static class SentInTwoSteps {

        private final ConcurrentMap<ConversationId, Mark> due = new ConcurrentHashMap<>();

        @Operation
        public void add(@Param(name = "seq") int seq) {
            due.put(CONVERSATION, due.getOrDefault(CONVERSATION, Mark.NONE).max(markAt(seq)));
        }

        @Operation
        public void written(@Param(name = "seq") int seq) {
            due.computeIfPresent(CONVERSATION, (id, mark) -> mark.read().value() <= seq ? null : mark);
        }

        @Operation
        public long due() {
            return due.getOrDefault(CONVERSATION, Mark.NONE).read().value();
        }
    }

    @Test
    @Verifies("MSG-10")
    void ofDevicesAreHeldAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> Races.checkAroundCollections(Held.class)).doesNotThrowAnyException();
    }

    @Test
    @Verifies("MSG-10")
    void ofAuthorsAreDueAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> Races.checkAroundCollections(Sent.class)).doesNotThrowAnyException();
    }

    @Test
    void findsPlantedRaces() {
        assertThatThrownBy(() -> Races.checkAroundCollections(HeldInTwoSteps.class))
                .isInstanceOf(LincheckAssertionError.class);
        assertThatThrownBy(() -> Races.checkAroundCollections(SentInTwoSteps.class))
                .isInstanceOf(LincheckAssertionError.class);
        ProofLog.add(new RuleProof("linearizable", "looks whether a mark was told, and then notes that it was", true));
        ProofLog.add(new RuleProof("linearizable", "looks at an author's mark, and then puts a higher one", true));
    }

    private static Mark markAt(int seq) {
        return new Mark(new Seq(seq), new Seq(seq), seq);
    }
}
