package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps that a step starts run after it, on its thread, without the pool. */
class OwnStepsFirstTest {

    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final OwnStepsFirst steps = new OwnStepsFirst(pool::add);
    private final List<String> ran = new ArrayList<>();

    @Test
    void handsAStepFromElsewhereToThePool() {
        steps.execute(() -> ran.add("a"));

        assertThat(ran).isEmpty();
        assertThat(pool).hasSize(1);
    }

    @Test
    void runsWhatAStepStartedAfterItInOrder() {
        steps.execute(() -> {
            steps.execute(() -> {
                ran.add("b");
                steps.execute(() -> ran.add("d"));
            });
            steps.execute(() -> ran.add("c"));
            ran.add("a");
        });
        pool.remove().run();

        assertThat(ran).containsExactly("a", "b", "c", "d");
        assertThat(pool).isEmpty();
    }

    @Test
    void sharesWithThePoolWhatIsTooMuchForOne() {
        steps.execute(() -> {
            for (int i = 0; i < 9; i++) {
                steps.execute(() -> ran.add("own"));
            }
        });
        pool.remove().run();

        assertThat(ran).hasSize(8);
        assertThat(pool).hasSize(1);
    }

    @Test
    void goesOnAfterAStepThatFails() {
        steps.execute(() -> {
            steps.execute(() -> ran.add("next"));
            throw new IllegalStateException("planted");
        });
        pool.remove().run();
        steps.execute(() -> ran.add("from elsewhere"));

        assertThat(ran).containsExactly("next");
        assertThat(pool).hasSize(1);
    }

    @Test
    void runsWhatIsPutOffWhenTheStepHasEndedAndBeforeTheNext() {
        steps.execute(() -> {
            steps.execute(() -> ran.add("next"));
            steps.afterStep(() -> ran.add("end"));
            ran.add("step");
        });
        pool.remove().run();

        assertThat(ran).containsExactly("step", "end", "next");
    }

    @Test
    void runsWhatWasPutOffByAStepThatFails() {
        steps.execute(() -> {
            steps.afterStep(() -> {
                throw new IllegalStateException("planted");
            });
            steps.afterStep(() -> ran.add("end"));
            throw new AssertionError("planted");
        });
        pool.remove().run();

        assertThat(ran).containsExactly("end");
    }

    @Test
    void putsNothingOffWithoutAStep() {
        steps.execute(() -> {});
        pool.remove().run();
        steps.afterStep(() -> ran.add("at once"));

        assertThat(ran).containsExactly("at once");
    }
}
