package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What lives outside the log keeps new entries out, and nothing else. */
@Verifies({"USR-5", "MSG-17"})
class AdmissionTest {

    private ConversationState state = Given.aConversationOf(1);
    private final List<Command> asked = new ArrayList<>();
    private CompletionStage<Boolean> verdict = CompletableFuture.completedFuture(true);
    private final Doorkeeper door = new Doorkeeper(
            (at, command) -> {
                asked.add(command);
                return verdict;
            },
            new Rules(Given.settings()),
            Runnable::run);

    private static Pending pending(Command command) {
        return new Pending(command, Given.NOW.plusSeconds(5));
    }

    private Draft decided(Pending... group) {
        List<Pending> pendings = List.of(group);
        assertThat(door.ask(state, pendings)).isCompletedWithValue(pendings);
        Draft draft =
                Draft.of(state, pendings, new Rules(Given.settings()), Given.settings(), Given.NOW, new Random(1));
        draft.answerAll();
        return draft;
    }

    @Test
    void isAskedAboutEachCommandThatMayBecomeAnEntry() {
        Pending one = pending(Given.message(Given.anyId(), Given.ANN, "one"));
        Pending two = pending(Given.message(Given.anyId(), Given.BEN, "two"));

        Draft draft = decided(one, two);

        assertThat(asked).containsExactly(one.command(), two.command());
        assertThat(draft.entries()).hasSize(2);
    }

    @Test
    void keepsOutWhatItDoesNotAdmit() {
        verdict = CompletableFuture.completedFuture(false);
        Pending kept = pending(Given.message(Given.anyId(), Given.ANN, "hello"));

        Draft draft = decided(kept);

        assertThat(draft.entries()).isEmpty();
        assertThat(kept.outcome()).isCompletedWithValue(new Outcome.Refused(new Refusal.NotAdmitted()));
    }

    /** It was acknowledged, so it must not be refused now. */
    @Test
    void isNotAskedAboutARepeat() {
        verdict = CompletableFuture.completedFuture(false);
        Command command = Given.message(Given.anyId(), Given.ANN, "before the block");
        Entry earlier = Given.draft(state, List.of(command)).entries().get(0);
        Pending repeat = pending(command);
        repeat.foundEarlier(earlier);

        decided(repeat);

        assertThat(asked).isEmpty();
        assertThat(repeat.outcome()).isCompletedWithValue(new Outcome.Repeated(earlier));
    }

    @Test
    void isNotAskedAboutAStranger() {
        verdict = CompletableFuture.completedFuture(false);
        Pending stranger = pending(Given.message(Given.anyId(), Given.STRANGER, "hello"));

        decided(stranger);

        assertThat(asked).isEmpty();
        assertThat(stranger.outcome()).isCompletedWithValue(new Outcome.Refused(new Refusal.NotAMember()));
    }

    /** Who may write only since the group was taken waits for the next, about which it is asked. */
    @Test
    void isAskedAboutANewcomerWithTheNextGroup() {
        Pending letsIn = pending(Given.adds(Given.ANN, Given.CEM));
        Pending theirs = pending(Given.message(Given.anyId(), Given.CEM, "here I am"));

        Draft first = decided(letsIn, theirs);

        assertThat(first.entries()).hasSize(1);
        assertThat(asked).containsExactly(letsIn.command());
        assertThat(theirs.isAnswered()).isFalse();

        verdict = CompletableFuture.completedFuture(false);
        state = first.state();
        decided(theirs);

        assertThat(asked).containsExactly(letsIn.command(), theirs.command());
        assertThat(theirs.outcome()).isCompletedWithValue(new Outcome.Refused(new Refusal.NotAdmitted()));
    }

    @Test
    void leavesItToALaterTryWhenItCannotTell() {
        verdict = CompletableFuture.failedFuture(new ProblemException(Problem.storeUnavailable()));
        Pending open = pending(Given.message(Given.anyId(), Given.ANN, "hello"));

        Draft draft = decided(open);

        assertThat(draft.entries()).isEmpty();
        assertThat(open.outcome()).isCompletedWithValue(new Outcome.Unavailable());
    }

    @Test
    void isAskedAgainWhenTheDecisionIsTakenAgain() {
        verdict = CompletableFuture.completedFuture(false);
        Pending command = pending(Given.message(Given.anyId(), Given.ANN, "hello"));
        door.ask(state, List.of(command));
        verdict = CompletableFuture.completedFuture(true);

        assertThat(decided(command).entries()).hasSize(1);
    }

    @Test
    void isWaitedFor() {
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        verdict = late;
        List<Pending> group = List.of(pending(Given.message(Given.anyId(), Given.ANN, "hello")));
        CompletableFuture<List<Pending>> answer = door.ask(state, group).toCompletableFuture();
        assertThat(answer).isNotDone();

        late.complete(true);

        assertThat(answer).isCompletedWithValue(group);
        assertThat(group.get(0).keptOut()).isNull();
    }
}
