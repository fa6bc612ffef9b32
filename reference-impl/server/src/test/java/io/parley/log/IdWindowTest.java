package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Verifies("INV-4")
class IdWindowTest {

    private static final Instant T = Given.NOW;

    @Test
    void findsAnIdAtItsPosition() {
        EntryId second = Given.idAt(T);
        IdWindow window = IdWindow.empty(3).plus(Given.idAt(T)).plus(second);

        assertThat(window.find(second)).contains(new Seq(2));
        assertThat(window.find(Given.idAt(T))).isEmpty();
    }

    @Test
    void keepsExactlyTheLastOnesBySeqAndNotByTime() {
        EntryId newest = Given.idAt(T.plusSeconds(9));
        EntryId oldest = Given.idAt(T.minusSeconds(9));
        IdWindow window = IdWindow.empty(2).plus(newest).plus(oldest);
        assertThat(window.find(newest)).contains(new Seq(1));

        window = window.plus(Given.idAt(T));

        assertThat(window.find(newest)).isEmpty();
        assertThat(window.find(oldest)).contains(new Seq(2));
        assertThat(window.start()).isEqualTo(new Seq(2));
    }

    @Test
    void answersForAnyIdAboveAllEvictedTimes() {
        EntryId evicted = Given.idAt(T);
        IdWindow window = IdWindow.empty(1).plus(evicted);
        assertThat(window.mayHaveEvicted(evicted)).isFalse();

        window = window.plus(Given.idAt(T.minusSeconds(5)));

        assertThat(window.mayHaveEvicted(evicted)).isTrue();
        assertThat(window.mayHaveEvicted(Given.idAt(T.minusSeconds(1)))).isTrue();
        assertThat(window.mayHaveEvicted(Given.idAt(T.plusMillis(1)))).isFalse();
    }

    @Test
    void remembersTheHighestEvictedTimeWhateverIsEvictedLater() {
        IdWindow window = IdWindow.empty(1)
                .plus(Given.idAt(T))
                .plus(Given.idAt(T.minusSeconds(60)))
                .plus(Given.idAt(T.minusSeconds(61)));

        assertThat(window.mayHaveEvicted(Given.idAt(T))).isTrue();
    }

    @Test
    void agreesWithAPlainMapOverManyRandomIds() {
        Random random = new Random(7);
        IdWindow window = IdWindow.empty(64);
        Map<EntryId, Seq> all = new HashMap<>();
        for (int i = 1; i <= 1000; i++) {
            EntryId id = Given.idAt(T.plusMillis(random.nextInt(1000)));
            window = window.plus(id);
            all.put(id, new Seq(i));
        }
        for (Map.Entry<EntryId, Seq> entry : all.entrySet()) {
            boolean kept = entry.getValue().value() > 1000 - 64;
            assertThat(window.find(entry.getKey()).isPresent()).isEqualTo(kept);
            assertThat(kept || window.mayHaveEvicted(entry.getKey())).isTrue();
        }
    }

    @Test
    void comesBackFromItsParts() {
        List<EntryId> ids = new ArrayList<>(List.of(Given.anyId(), Given.anyId(), Given.anyId()));
        IdWindow window = IdWindow.empty(3)
                .plus(ids.get(0))
                .plus(ids.get(1))
                .plus(ids.get(2))
                .plus(Given.anyId());

        IdWindow copy = IdWindow.of(window.ids(), 3, new Seq(4), window.evictedTimeMillis());

        assertThat(copy.ids()).isEqualTo(window.ids());
        assertThat(copy.find(ids.get(2))).contains(new Seq(3));
        assertThat(copy.mayHaveEvicted(ids.get(0))).isTrue();
    }

    @Test
    void refusesMoreIdsThanItHolds() {
        assertThatThrownBy(() -> IdWindow.of(List.of(Given.anyId(), Given.anyId()), 1, new Seq(2), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids=2, expected at most 1");
    }
}
