package io.parley.capacity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.evidence.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("QG-6")
class QueueTest {

    /** Rounded as in printed tables of Erlang C. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.5",
        "2, 1, 0.3333",
        "3, 2, 0.4444",
        "5, 4, 0.5541",
        "10, 7, 0.2217",
        "10, 9, 0.6687",
        "20, 15, 0.1604",
        "100, 90, 0.2170",
    })
    void agreesWithTheTablesOfErlangC(int servers, double offered, double probability) {
        assertThat(Queue.waits(servers, offered)).isCloseTo(probability, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "2, 1.5", "4, 0.1", "7, 6.9", "16, 12", "50, 41.5"})
    void agreesWithTheSumThatDefinesErlangC(int servers, double offered) {
        double term = 1;
        double sum = 0;
        for (int k = 0; k < servers; k++) {
            sum += term;
            term *= offered / (k + 1);
        }
        double last = term * servers / (servers - offered);

        assertThat(Queue.waits(servers, offered)).isCloseTo(last / (sum + last), within(1e-12));
    }

    @Test
    void givesTheQuantileOfTheExponentialWaitOfASingleServer() {
        // P(wait > t) = ρ·exp(−(μ − λ)·t), with ρ = 0.5 and a service time of 2: t = 2·ln(50) ÷ 0.5
        assertThat(Queue.wait(1, 0.5, 2, 0.01)).isCloseTo(15.648092, within(1e-6));
    }

    @Test
    void hasNoWaitWithoutLoadAndAnEndlessOneAtFullLoad() {
        assertThat(Queue.wait(4, 0, 1, 0.01)).isZero();
        assertThat(Queue.waits(4, 0)).isZero();
        assertThat(Queue.wait(4, 4, 1, 0.01)).isInfinite();
        assertThat(Queue.waits(4, 5)).isEqualTo(1);
    }

    @Test
    void waitsLongerUnderMoreLoadAndShorterWithMoreServers() {
        double before = 0;
        for (double offered = 0.1; offered < 8; offered += 0.1) {
            double now = Queue.wait(8, offered, 1, 0.01);
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(Queue.wait(9, offered, 1, 0.01)).isLessThanOrEqualTo(now);
            before = now;
        }
    }
}
