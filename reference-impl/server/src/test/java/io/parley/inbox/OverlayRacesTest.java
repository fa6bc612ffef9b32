package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationState;
import io.parley.log.States;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Entries of two conversations are committed while their rows are written and their member looks, in orders of a bounded
 * number of steps: the member sees what some order of whole calls shows, and nothing is kept for who has nothing due.
 */
class OverlayRacesTest {

    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0x7000, 1));
    private static final ConversationId OTHER = new ConversationId(new UUID(0x7000, 2));
    private static final Seq HEAD = new Seq(1);
    private static final InboxChange CHANGE = change(CONVERSATION, 1);
    private static final InboxChange LATER = change(CONVERSATION, 2);
    private static final InboxChange OF_OTHER = change(OTHER, 1);

    private static final List<String> COMBINATIONS = List.of(
            // The first entry is committed while its rows are written, as somebody does who saw it in the log.
            "| add | written | seen",
            // Another is committed while rows are written without it.
            "add | addLater | written | seen",
            // The member looks while something else is committed, and the rows of this are written.
            "add | addOther written | seen |",
            // Others are committed meanwhile, of this and of another conversation of the same member.
            "| add | addOther addLater | seen seenOfOther",
            // The member has nothing due any more, and something else is committed.
            "add | written | addOther | seenOfOther");

    /** The server's own. */
    public static class Overlay {

        private final InboxOverlay overlay = new InboxOverlay();

        @Operation
        public void add() {
            overlay.add(CHANGE);
        }

        @Operation
        public void addLater() {
            overlay.add(LATER);
        }

        @Operation
        public void addOther() {
            overlay.add(OF_OTHER);
        }

        @Operation
        public void written() {
            overlay.written(CONVERSATION, HEAD);
        }

        @Operation
        public long seen() {
            return head(CONVERSATION);
        }

        @Operation
        public long seenOfOther() {
            return head(OTHER);
        }

        /** What is seen of one: conversations are not looked at all at once. */
        private long head(ConversationId conversation) {
            for (InboxChange change : overlay.changes(States.ANN)) {
                if (change.conversation().equals(conversation)) {
                    return change.state().head().value();
                }
            }
            return 0;
        }

        @Validate
        public void keepsNothingWithoutNeed() {
            if (!overlay.isEmpty() && overlay.changes(States.ANN).isEmpty()) {
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
        public boolean seen() {
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
        assertThatCode(() -> check(Overlay.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "remembers for whom a conversation is due after it is due",
                () -> check(OverlayInTwoSteps.class, List.of("| add | written |")));
    }

    /** Maps are none of the wholes: what is done to one entry may come between what is done to another. */
    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(
                operations,
                combinations,
                ConversationId.class,
                ConversationState.class,
                InboxChange.class,
                Seq.class,
                UserId.class);
    }

    private static InboxChange change(ConversationId conversation, int head) {
        return InboxChange.of(conversation, List.of(), States.withHead(head), 10);
    }
}
