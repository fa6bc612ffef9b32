package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static List<Command> messages(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> Given.message(Given.anyId(), Given.ANN, text))
                .toList();
    }

    @Nested
    @Verifies("MSG-21")
    class Batches {

        @Test
        void numbersEntriesOnFromTheHead() {
            Draft draft = Given.draft(Given.aConversationOf(1), messages(2, "hello"));

            assertThat(draft.entries().stream().map(Entry::seq)).containsExactly(new Seq(3), new Seq(4));
            assertThat(draft.entries().stream().map(entry -> entry.envelope().ordinal()))
                    .containsExactly(2L, 3L);
        }

        @Test
        void endAtTheEntriesOfOneBatch() {
            int max = Given.settings().batchEntriesMax();

            assertThat(Given.draft(Given.aConversationOf(1), messages(max, "a")).size())
                    .isEqualTo(max);
            assertThat(Given.draft(Given.aConversationOf(1), messages(max + 1, "a"))
                            .size())
                    .isEqualTo(max);
        }

        @Test
        void endAtTheBytesOfOneBatchButTakeOneInAnyCase() {
            assertThat(Given.draft(Given.aConversationOf(1), messages(3, "x".repeat(60)))
                            .size())
                    .isEqualTo(1);
            assertThat(Given.draft(Given.aConversationOf(1), messages(3, "x".repeat(600)))
                            .size())
                    .isEqualTo(1);
        }

        @Test
        void endAtTheBucket() {
            Draft draft = Given.draft(Given.aConversationOf(6), messages(3, "a"));

            assertThat(draft.entries().stream().map(Entry::seq)).containsExactly(new Seq(8));
            assertThat(Given.draft(draft.state(), messages(3, "a")).firstSeq()).isEqualTo(new Seq(9));
        }
    }

    @Nested
    @Verifies("INV-4")
    class Repeats {

        @Test
        void withinOneBatchBecomeOneEntry() {
            EntryId id = Given.anyId();
            Command command = Given.message(id, Given.ANN, "once");

            Draft draft = Given.draft(Given.aConversationOf(0), List.of(command, command));

            assertThat(draft.entries()).hasSize(1);
            assertThat(draft.size()).isEqualTo(2);
        }

        @Test
        void underAnotherAuthorOrContentAreConflicts() {
            EntryId id = Given.anyId();
            Pending first = pending(Given.message(id, Given.ANN, "mine"));
            Pending author = pending(Given.message(id, Given.BEN, "mine"));
            Pending content = pending(Given.message(id, Given.ANN, "other"));
            Pending same = pending(Given.message(id, Given.ANN, "mine"));

            answer(first, author, content, same);

            assertThat(author.outcome()).isCompletedWithValue(new Outcome.Refused(new Refusal.IdInUse()));
            assertThat(content.outcome()).isCompletedWithValue(new Outcome.Refused(new Refusal.IdInUse()));
            assertThat(first.outcome().join()).isInstanceOf(Outcome.Appended.class);
            assertThat(same.outcome().join()).isInstanceOf(Outcome.Repeated.class);
        }

        @Test
        void ofAStrangerLearnNothing() {
            EntryId id = Given.anyId();
            Pending stranger = pending(Given.message(id, Given.STRANGER, "mine"));

            answer(pending(Given.message(id, Given.ANN, "mine")), stranger);

            assertThat(stranger.outcome()).isCompletedWithValue(new Outcome.Refused(new Refusal.NotAMember()));
        }

        @Test
        void thatMayHaveBeenEvictedWaitForALookUp() {
            EntryId old = Given.idAt(Given.NOW.minusSeconds(30));
            ConversationState state = Given.append(Given.aConversationOf(0), Given.message(old, Given.ANN, "old"));
            for (int i = 0; i < Given.settings().idWindowEntries() + 1; i++) {
                state = Given.append(state, Given.message(Given.anyId(), Given.ANN, "later"));
            }
            Pending again = pending(Given.message(old, Given.ANN, "old"));

            Draft draft = draft(state, again);

            assertThat(draft.size()).isZero();
            assertThat(again.isAnswered()).isFalse();
        }
    }

    /** Nothing is looked up, and {@link Admission} is not asked, for who may not write when the group is taken. */
    @Nested
    @Verifies({"INV-5", "MSG-2"})
    class Newcomers {

        private final Pending theirs = pending(Given.message(Given.anyId(), Given.CEM, "here I am"));
        private final ConversationState before = Given.aConversationOf(1);

        @Test
        void writeInTheGroupAfterTheOneThatLetThemIn() {
            Pending letsIn = resolved(Given.adds(Given.ANN, Given.CEM));

            Draft first = draft(before, letsIn, theirs);
            first.answerAll();

            assertThat(first.size()).isEqualTo(1);
            assertThat(letsIn.outcome().join()).isInstanceOf(Outcome.Appended.class);
            assertThat(theirs.isAnswered()).isFalse();

            draft(first.state(), theirs).answerAll();

            assertThat(theirs.outcome().join()).isInstanceOf(Outcome.Appended.class);
        }

        @Test
        void areJudgedByTheMessageThatTheyChange() {
            Pending reaction = pending(Given.changes(Given.CEM, new MessageChange.Reaction(new Seq(2), "+1", true)));
            Draft first = draft(before, resolved(Given.adds(Given.ANN, Given.CEM)), reaction);
            first.answerAll();
            reaction.foundTarget(Given.entryAt(before, new Seq(2)));

            draft(first.state(), reaction).answerAll();

            assertThat(reaction.outcome().join()).isInstanceOf(Outcome.Appended.class);
        }

        private Pending resolved(Command command) {
            Pending pending = pending(command);
            pending.notFoundBefore(before.head().next());
            return pending;
        }
    }

    private static Pending pending(Command command) {
        return new Pending(command, Given.NOW.plusSeconds(5));
    }

    private static void answer(Pending... group) {
        draft(Given.aConversationOf(0), group).answerAll();
    }

    private static Draft draft(ConversationState state, Pending... group) {
        return Draft.of(state, List.of(group), new Rules(Given.settings()), Given.settings(), Given.NOW, new Random(1));
    }
}
