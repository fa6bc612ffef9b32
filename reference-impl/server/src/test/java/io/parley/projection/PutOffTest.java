package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@Verifies("INV-7")
class PutOffTest {

    private long nanos;
    private final PutOff putOff = new PutOff(SmallSettings.settings(), SmallSettings.runtime(() -> nanos));
    private final List<ConversationId> tooMany = Stream.generate(
                    () -> new ConversationId(UuidCreator.getTimeOrderedEpoch()))
            .limit(SmallSettings.PUT_OFF_MAX + 1)
            .toList();
    private final ConversationId first = tooMany.get(0);
    private final Throwable failure = new IllegalStateException("the store does not answer");
    private final Logger logger = (Logger) LoggerFactory.getLogger(PutOff.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
    }

    @Test
    void makesEachWaitForItselfAndNeverLongerThanStated() {
        for (int tries = 0; tries < 100; tries++) {
            putOff.failed(first, failure);
            assertThat(putOff.isDue(tooMany.get(1))).isTrue();
            nanos += SmallSettings.RETRY_MAX.toNanos();
            assertThat(putOff.isDue(first)).isTrue();
        }
        putOff.failed(first, failure);
        assertThat(putOff.isDue(first)).isFalse();

        putOff.madeGood(first);
        assertThat(putOff.isDue(first)).isTrue();
        assertThat(putOff.isEmpty()).isTrue();
    }

    @Test
    void writesOneLineWhenAConversationFailsAndOneWhenItIsRepaired() {
        for (int tries = 0; tries < 100; tries++) {
            putOff.failed(first, failure);
        }
        putOff.madeGood(first);
        putOff.madeGood(first);

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void remembersAsManyAsStatedAndThoseBeyondNeedNotWait() {
        tooMany.forEach(each -> putOff.failed(each, failure));

        assertThat(tooMany.subList(0, SmallSettings.PUT_OFF_MAX)).noneMatch(putOff::isDue);
        assertThat(putOff.isDue(tooMany.get(SmallSettings.PUT_OFF_MAX))).isTrue();
    }

    @Test
    void forgetsWhatAnotherNodeHasMadeGood() {
        putOff.failed(first, failure);
        nanos += SmallSettings.RETRY_MAX.toNanos();
        putOff.forgetOld();
        assertThat(putOff.isEmpty()).isFalse();

        nanos += SmallSettings.RETRY_MAX.plusSeconds(1).toNanos();
        putOff.forgetOld();
        assertThat(putOff.isEmpty()).isTrue();
    }
}
