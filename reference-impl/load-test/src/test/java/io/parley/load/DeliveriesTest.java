package io.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the load test counts, it counts rightly. */
class DeliveriesTest {

    private final Deliveries deliveries = new Deliveries();

    @Test
    void measuresEachRecipientOnce() {
        deliveries.sent("m", List.of("ann", "bob"), 100);

        assertThat(deliveries.delivered("m", "ann", 107)).hasValue(100);
        assertThat(deliveries.delivered("m", "ann", 190)).isEmpty();
        assertThat(deliveries.delivered("m", "bob", 111)).hasValue(100);
        assertThat(deliveries.latencies()).containsExactly(7L, 11L);
        assertThat(deliveries.missing()).isZero();
    }

    @Test
    void doesNotCountTheAuthorsOwnCopy() {
        deliveries.sent("m", List.of("ann"), 100);

        assertThat(deliveries.delivered("m", "author", 101)).isEmpty();
        assertThat(deliveries.missing()).isEqualTo(1);
    }

    @Test
    void knowsWhatIsMissingAtWhom() {
        deliveries.sent("m", List.of("ann", "bob"), 100);
        deliveries.delivered("m", "ann", 107);

        assertThat(deliveries.missingAt("bob")).containsExactly(100L);
        assertThat(deliveries.missingAt("ann")).isEmpty();
        assertThat(deliveries.missing()).isEqualTo(1);
    }

    @Test
    void expectsNothingOfWhatTheServerDidNotTake() {
        deliveries.sent("m", List.of("ann", "bob"), 100);
        deliveries.delivered("m", "ann", 107);

        assertThat(deliveries.notTaken("m")).hasValue(100);
        assertThat(deliveries.missing()).isZero();
    }

    @Test
    void knowsWhoHeardNothing() {
        deliveries.sent("m", List.of("ann"), 100);
        deliveries.sent("n", List.of("ann"), 100);

        assertThat(deliveries.accepted("m")).hasValue(100);
        assertThat(deliveries.accepted("m")).isEmpty();
        assertThat(deliveries.unanswered()).isEqualTo(1);
    }

    @Test
    void readsPercentilesFromAscendingValues() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();
        assertThat(Summary.percentile(hundred, 0.5)).isEqualTo(50);
        assertThat(Summary.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(Summary.percentile(hundred, 1)).isEqualTo(100);
        assertThat(Summary.percentile(List.of(), 0.99)).isZero();
    }
}
