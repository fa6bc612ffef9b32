package io.parley.measure.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Due times follow from rate and seed alone. */
class OpenPaceTest {

    private static final Room LARGE = new Room(0, 0, 1, 2);
    private static final Room SMALL = new Room(1, 0, 1);
    private static final long START = TimeUnit.SECONDS.toNanos(100);

    @Test
    void averagesToTheRate() {
        OpenPace pace = pace(1);
        int taken = 0;
        while (pace.take(START + TimeUnit.SECONDS.toNanos(100)).isPresent()) {
            taken++;
        }

        assertThat(taken).isBetween(9_700, 10_300);
    }

    @Test
    void isDueAtTheSameTimesHoweverLateItIsAsked() {
        List<Long> prompt = new ArrayList<>();
        OpenPace first = pace(2);
        while (prompt.size() < 1000) {
            first.take(first.nextDueNanos()).ifPresent(slot -> prompt.add(slot.dueNanos()));
        }
        List<Long> late = new ArrayList<>();
        OpenPace second = pace(2);
        while (late.size() < 1000) {
            second.take(Long.MAX_VALUE / 2).ifPresent(slot -> late.add(slot.dueNanos()));
        }

        assertThat(late).isEqualTo(prompt).isSorted();
        assertThat(late.get(0)).isGreaterThanOrEqualTo(START);
    }

    @Test
    void givesNothingBeforeItIsDue() {
        OpenPace pace = pace(3);

        assertThat(pace.take(pace.nextDueNanos() - 1)).isEmpty();
        assertThat(pace.take(pace.nextDueNanos())).isPresent();
    }

    @Test
    void sharesTheMessagesOutByWeight() {
        OpenPace pace = pace(4);
        int large = 0;
        for (int i = 0; i < 10_000; i++) {
            large += pace.take(Long.MAX_VALUE / 2).orElseThrow().room().equals(LARGE) ? 1 : 0;
        }

        assertThat(large).isBetween(2_300, 2_700);
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> new OpenPace(0, List.of(), new Random(1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("perSecond=0.0, expected more than 0");
    }

    private static OpenPace pace(int seed) {
        List<OpenPace.Share> shares =
                List.of(new OpenPace.Share(0.25, List.of(LARGE)), new OpenPace.Share(0.75, List.of(SMALL)));
        return new OpenPace(100, shares, new Random(seed), START);
    }
}
