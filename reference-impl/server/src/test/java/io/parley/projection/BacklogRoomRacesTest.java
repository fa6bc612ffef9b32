package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * The backlogs of two conversations take of the room that all share and give it back, in orders of a bounded number of steps:
 * each outcome must be one that some order of whole calls has, so that no more is kept than there is room for, and what was
 * given back is there again.
 */
class BacklogRoomRacesTest {

    private static final long ROOM = 3;

    private static final List<String> COMBINATIONS = List.of(
            // Two come for the last room, of which it is enough for one.
            "takeTwo | takeOne | takeOne | isCrowded",
            "| takeTwo takeOne | takeTwo | takeOne",
            // One comes while the other gives back.
            "takeTwo | takeTwo | giveBackTwo | takeOne",
            "takeTwo | giveBackTwo takeOne | takeTwo isCrowded | isCrowded");

    /** The server's own. */
    public static class Rooms {

        private final BacklogRoom room = new BacklogRoom(ROOM);
        private final AtomicLong kept = new AtomicLong();
        private volatile boolean tooMuch;

        @Operation
        public boolean takeOne() {
            return take(1);
        }

        @Operation
        public boolean takeTwo() {
            return take(2);
        }

        /** Nobody gives back what he has not taken. */
        @Operation(nonParallelGroup = "keeper")
        public boolean giveBackTwo() {
            boolean has = kept.get() >= 2;
            if (has) {
                kept.addAndGet(-2);
                room.giveBack(2);
            }
            return has;
        }

        @Operation
        public boolean isCrowded() {
            return room.isCrowded();
        }

        /** What is kept by count is what is taken: the rest of the room is there, and no more. */
        @Validate
        public void countsWhatIsKept() {
            long rest = ROOM - kept.get();
            if (tooMuch || rest < 0) {
                throw new IllegalStateException("more is kept than there is room for");
            }
            if (!room.take(rest) || room.take(1)) {
                throw new IllegalStateException("the room is not what is left of it");
            }
        }

        private boolean take(long bytes) {
            boolean taken = room.take(bytes);
            if (taken && kept.addAndGet(bytes) > ROOM) {
                tooMuch = true;
            }
            return taken;
        }
    }

    /** Looks whether there is room, and then takes it. */
    public static class RoomsInTwoSteps {

        private final AtomicLong taken = new AtomicLong();

        @Operation
        public boolean takeOne() {
            return taken.get() < ROOM && taken.incrementAndGet() > 0;
        }

        @Operation
        public boolean takeTwo() {
            return taken.get() + 2 <= ROOM && taken.addAndGet(2) > 0;
        }
    }

    @Test
    @Verifies("MSG-4")
    void keepsNoMoreThanThereIsRoomForAndGivesBackAllOfIt() {
        assertThatCode(() -> check(Rooms.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether there is room for a backlog, and then takes it",
                () -> check(RoomsInTwoSteps.class, List.of("takeTwo | takeOne | takeOne |")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(operations, combinations);
    }
}
