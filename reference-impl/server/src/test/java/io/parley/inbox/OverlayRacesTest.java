package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.States;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Entries of one conversation are committed while its rows are written and its member looks, in every order of a bounded
 * number of steps: the member sees what some order of whole calls shows, and nothing is kept for who has nothing due.
 */
class OverlayRacesTest {

    private static final ConversationId CONVERSATION = new ConversationId(UuidCreator.getTimeOrderedEpoch());
    private static final Seq HEAD = new Seq(1);
    private static final InboxChange CHANGE = InboxChange.of(CONVERSATION, List.of(), States.withHead(1), 10);

    /** The server's own. */
    public static class Overlay {

        private final InboxOverlay overlay = new InboxOverlay();

        @Operation
        public void add() {
            overlay.add(CHANGE);
        }

        @Operation
        public void written() {
            overlay.written(CONVERSATION, HEAD);
        }

        @Operation
        public boolean isSeen() {
            return !overlay.changes(States.ANN).isEmpty();
        }

        @Validate
        public void keepsNothingWithoutNeed() {
            if (!isSeen() && !overlay.isEmpty()) {
                throw new IllegalStateException("nothing is due, and yet something is kept");
            }
        }
    }

    /** As it was first written: a conversation is due, and only then remembered for its members. */
    public static class OverlayInTwoSteps {

        private final Map<ConversationId, Seq> due = new ConcurrentHashMap<>();
        private final Set<ConversationId> ofAnn = ConcurrentHashMap.newKeySet();

        @Operation
        public void add() {
            due.put(CONVERSATION, HEAD);
            ofAnn.add(CONVERSATION);
        }

        @Operation
        public void written() {
            due.computeIfPresent(CONVERSATION, (id, present) -> {
                ofAnn.remove(CONVERSATION);
                return null;
            });
        }

        @Operation
        public boolean isSeen() {
            return ofAnn.contains(CONVERSATION) && due.containsKey(CONVERSATION);
        }

        @Validate
        public void keepsNothingWithoutNeed() {
            if (due.isEmpty() && !ofAnn.isEmpty()) {
                throw new IllegalStateException("nothing is due, and yet something is kept");
            }
        }
    }

    @Test
    @Verifies("MSG-14")
    void showsWhatIsDueAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> check(Overlay.class)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        assertThatThrownBy(() -> check(OverlayInTwoSteps.class)).isInstanceOf(LincheckAssertionError.class);
        ProofLog.add(new RuleProof("linearizable", "remembers for whom a conversation is due after it is due", true));
    }

    private static void check(Class<?> operations) {
        new ModelCheckingOptions()
                .iterations(10)
                .invocationsPerIteration(100)
                .threads(2)
                .actorsPerThread(2)
                // Changes are immutable: nobody sees them half made.
                .addGuarantee(
                        forClasses(InboxChange.class.getName()).allMethods().ignore())
                .check(operations);
    }
}
