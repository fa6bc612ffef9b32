package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InParallelTest {

    @Test
    void makesAllOtherStepsWhenSomeThrowOrFailAndFailsInTheEnd() {
        List<Integer> made = new ArrayList<>();

        CompletableFuture<?> all = InParallel.forEach(List.of(1, 2, 3, 4, 5), 2, Runnable::run, step -> {
                    if (step == 1 || step == 4) {
                        throw new IllegalStateException("an error that was planted");
                    }
                    made.add(step);
                    return step == 3
                            ? CompletableFuture.failedFuture(new IllegalStateException("no answer"))
                            : CompletableFuture.completedFuture(step);
                })
                .toCompletableFuture();

        assertThat(made).containsExactlyInAnyOrder(2, 3, 5);
        assertThat(all).isCompletedExceptionally();
    }
}
