package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An idle conversation costs no memory, so there may be any number of them. */
@Verifies("MSG-21")
class StateCacheTest {

    private static final long BYTES_MAX = 64 << 10;
    private static final int MANY = 1_000;

    private final StateCache cache = new StateCache(BYTES_MAX, Runnable::run);

    private static ConversationId conversation() {
        return new ConversationId(UuidCreator.getTimeOrderedEpoch());
    }

    @Test
    void holdsNoMoreBytesThanItMay() {
        // Of sizes that no unit of the bound divides.
        IntStream.range(0, MANY).forEach(i -> cache.keep(conversation(), States.withHead(2 + i % 7)));

        assertThat(cache.bytesHeld()).isBetween(BYTES_MAX / 2, BYTES_MAX);
    }

    @Test
    void keepsTheLaterOfTwoStates() {
        ConversationId conversation = conversation();
        ConversationState later = States.withHead(3);
        cache.keep(conversation, later);
        cache.keep(conversation, States.withHead(2));

        assertThat(cache.get(conversation)).containsSame(later);
    }

    @Test
    void forgetsWhatItIsTold() {
        ConversationId conversation = conversation();
        cache.keep(conversation, States.withHead(2));
        cache.forget(conversation);

        assertThat(cache.get(conversation)).isEmpty();
        assertThat(cache.bytesHeld()).isZero();
    }
}
