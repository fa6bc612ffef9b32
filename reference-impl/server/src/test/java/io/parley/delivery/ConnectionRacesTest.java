package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.evidence.Verifies;
import io.parley.log.AfterStep;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * What several threads may do to the places of one {@link Connection} at the same time, in orders of a bounded number of
 * steps: each outcome must be one that some order of whole calls has. {@link FramesRacesTest} does so for its frames.
 */
class ConnectionRacesTest {

    private static final int PLACES = 2;

    private static final List<String> COMBINATIONS = List.of(
            // Two ask at the same time, and there is room for both, and for one.
            "| begin | begin | begin",
            "begin | begin begin | begin | end",
            // A place is given back while two ask, of whom one is refused.
            "begin begin | begin | end begin | begin",
            // Places are given back at the same time.
            "begin begin | end | end | begin begin begin");

    /** Places for requests that wait for their answer. */
    public static class Places {

        private final Connection connection =
                new Connection(1, new RecordedTransport(), 1024, AfterStep.AT_ONCE, Instant.EPOCH);

        @Operation
        public boolean begin() {
            return connection.begin(PLACES);
        }

        @Operation
        public void end() {
            connection.end();
        }
    }

    /** As it was first written: who is refused holds a place for a moment, and somebody else is refused for that. */
    public static class PlacesInTwoSteps {

        private final AtomicInteger taken = new AtomicInteger();

        @Operation
        public boolean begin() {
            if (taken.incrementAndGet() <= PLACES) {
                return true;
            }
            taken.decrementAndGet();
            return false;
        }

        @Operation
        public void end() {
            taken.decrementAndGet();
        }
    }

    @Test
    @Verifies("QG-3")
    void givesPlacesAsIfOneCallCameAfterTheOther() {
        assertThatCode(() -> Races.checkCombinations(Places.class, COMBINATIONS))
                .doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "takes a place before it is known to be free",
                () -> Races.checkCombinations(PlacesInTwoSteps.class, List.of("begin begin | begin | end begin |")));
    }
}
