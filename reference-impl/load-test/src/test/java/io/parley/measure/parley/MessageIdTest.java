package io.parley.measure.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are of version 7 and carry the number of their message. */
class MessageIdTest {

    private static final long TIME = 1_764_000_000_123L;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4711, Integer.MAX_VALUE})
    void carriesTheNumber(int number) {
        UUID id = MessageId.of(number, TIME, new SplittableRandom());

        assertThat(MessageId.number(id.toString())).isEqualTo(number);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME);
    }

    @Test
    void knowsWhatIsNoMessageOfALoad() {
        assertThat(MessageId.number("nobody's")).isNegative();
        assertThat(MessageId.number("")).isNegative();
        assertThat(MessageId.number("0198b2f4-7b1d-7c2e-9a3b-ffffffffffff")).isNegative();
    }
}
