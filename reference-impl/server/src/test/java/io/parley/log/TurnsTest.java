package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int MANY = 100_000;

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Turns turns = new Turns(2, steps::add);
    private final List<Integer> begun = new ArrayList<>();
    private final List<CompletableFuture<Integer>> underWay = new ArrayList<>();

    private CompletionStage<Integer> begin(int number) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        begun.add(number);
        underWay.add(result);
        return result;
    }

    private void take(long size, int number) {
        turns.take(size, () -> begin(number));
    }

    /** Ends what was begun, by its place in that order from 0 on, with all that follows from it. */
    private void complete(int place, int result) {
        underWay.get(place).complete(result);
        runAll();
    }

    private void runAll() {
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            step.run();
        }
    }

    @Test
    void beginsTheNextInLineWhenOneEnds() {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            results.add(turns.take(1, () -> begin(number)).toCompletableFuture());
        }
        assertThat(begun).containsExactly(0, 1);

        complete(1, 10);
        assertThat(begun).containsExactly(0, 1, 2);
        assertThat(results.get(1)).isCompletedWithValue(10);

        underWay.get(0).completeExceptionally(new IllegalStateException("no answer"));
        runAll();
        assertThat(begun).containsExactly(0, 1, 2, 3);
        assertThat(results.get(0)).isCompletedExceptionally();
        assertThat(results.get(3)).isNotDone();
    }

    @Test
    void letsNobodyOvertakeWhoNeedsMoreRoom() {
        take(1, 1);
        take(2, 2);
        take(1, 3);
        assertThat(begun).containsExactly(1);

        complete(0, 1);
        assertThat(begun).containsExactly(1, 2);

        complete(1, 2);
        assertThat(begun).containsExactly(1, 2, 3);
    }

    /** Neither as it comes nor when room is given back that would do for the small one, but not for who is before it. */
    @Test
    void letsNobodyOvertakeWhenThereIsRoomForTheSmall() {
        take(1, 1);
        take(1, 2);
        take(2, 3);
        take(1, 4);

        complete(0, 1);
        assertThat(begun).containsExactly(1, 2);

        complete(1, 2);
        assertThat(begun).containsExactly(1, 2, 3);
    }

    @Test
    void beginsAsManyAsFitWhenALargeOneEnds() {
        take(2, 1);
        take(1, 2);
        take(1, 3);
        take(1, 4);

        complete(0, 1);

        assertThat(begun).containsExactly(1, 2, 3);
    }

    @Test
    void countsWhoHadToWaitUntilTheyAreDone() {
        take(2, 1);
        take(2, 2);
        complete(0, 1);

        take(1, 3);
        assertThat(begun).containsExactly(1, 2);

        complete(1, 2);
        assertThat(begun).containsExactly(1, 2, 3);
    }

    @Test
    void passesTheTurnOfWhoHadToWaitAndThenFails() {
        take(2, 1);
        CompletionStage<Integer> throwing = turns.take(2, () -> {
            throw new IllegalStateException("an error that was planted");
        });
        CompletionStage<Integer> failing =
                turns.take(2, () -> CompletableFuture.failedFuture(new IllegalStateException("no answer")));
        take(2, 2);

        complete(0, 1);

        assertThat(List.of(throwing, failing))
                .allSatisfy(each -> assertThat(each.toCompletableFuture()).isCompletedExceptionally());
        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void passesTheTurnOfAStepThatThrows() {
        for (int i = 0; i < 2; i++) {
            CompletionStage<Integer> failed = turns.take(1, () -> {
                throw new IllegalStateException("an error that was planted");
            });
            assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
        }

        take(1, 1);
        take(1, 2);
        take(1, 3);

        assertThat(begun).containsExactly(1, 2);
    }

    /** Else a line of answers that are there already would end in an overflow of the stack. */
    @Test
    void doesNotRunWhoWaitedOnTheStackOfWhoWentBefore() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        turns.take(1, () -> first);
        turns.take(1, () -> first);
        for (int i = 0; i < MANY; i++) {
            int number = i;
            turns.take(1, () -> {
                begun.add(number);
                return CompletableFuture.completedFuture(number);
            });
        }

        first.complete(0);
        runAll();

        assertThat(begun).hasSize(MANY).isSorted();
    }

    @Test
    void wantsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turns(0, Runnable::run))
                .withMessageContaining("expected at least 1");
    }
}
