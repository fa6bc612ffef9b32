package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Verifies("MSG-17")
class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofMillis(2), Duration.ofMillis(500), new Random(3));

    @Test
    void staysBelowABoundThatDoublesUpToTheMaximum() {
        for (int tries : new int[] {0, 1, 5, 8, 30, Integer.MAX_VALUE}) {
            Duration bound = tries < 8 ? Duration.ofMillis(2L << tries) : Duration.ofMillis(500);
            assertThat(IntStream.range(0, 200).mapToObj(i -> backOff.after(tries)))
                    .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, bound));
        }
    }

    @Test
    void spreadsOverTheWholeRange() {
        double mean = IntStream.range(0, 2000)
                .mapToLong(i -> backOff.after(20).toMillis())
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(200.0, 300.0);
    }
}
