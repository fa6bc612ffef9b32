package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.States;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What one conversation keeps, and all together. */
@Verifies("MSG-4")
class BacklogTest {

    private static final int ENTRIES_MAX = 4;

    /** All entries here are as large as this one. */
    private static final long BYTES = Backlog.bytes(entries(1, 1));

    private static final long ROOM = 6 * BYTES;

    private final BacklogRoom room = new BacklogRoom(ROOM);
    private final Backlog backlog = new Backlog(ENTRIES_MAX, room);
    private final Backlog other = new Backlog(ENTRIES_MAX, room);

    private static List<Entry> entries(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> States.message(seq, "hello"))
                .toList();
    }

    private static boolean has(Backlog backlog, long from, long to) {
        return backlog.range(new Seq(from), new Seq(to))
                .filter(found -> found.size() == to - from + 1
                        && found.get(0).seq().value() == from
                        && found.get(found.size() - 1).seq().value() == to)
                .isPresent();
    }

    @Test
    void keepsEntriesUpToTheirNumberAndThenTheLastThatCame() {
        backlog.add(entries(5, 6));
        backlog.add(entries(7, 8));
        assertThat(has(backlog, 5, 8)).isTrue();
        assertThat(has(backlog, 6, 7)).isTrue();

        backlog.add(entries(9, 9));
        assertThat(has(backlog, 9, 9)).isTrue();
        assertThat(has(backlog, 8, 9)).isFalse();
    }

    @Test
    void keepsNothingOfMoreThanItMayKeep() {
        backlog.add(entries(1, 1));
        backlog.add(entries(2, ENTRIES_MAX + 2));

        assertThat(has(backlog, 1, 1)).isFalse();
        assertThat(has(backlog, 2, 2)).isFalse();
        assertThat(room.take(ROOM)).isTrue();
    }

    @Test
    void forgetsWhatDoesNotFollow() {
        backlog.add(entries(1, 2));
        backlog.add(entries(4, 4));

        assertThat(has(backlog, 1, 2)).isFalse();
        assertThat(has(backlog, 4, 4)).isTrue();
        assertThat(room.take(ROOM - BYTES + 1)).isFalse();
        assertThat(room.take(ROOM - BYTES)).isTrue();
    }

    @Test
    void keepsNoMoreBytesThanAllMayKeepTogether() {
        backlog.add(entries(1, 4));
        other.add(entries(1, 2));
        assertThat(has(backlog, 1, 4)).isTrue();
        assertThat(has(other, 1, 2)).isTrue();

        // What comes in place of what it gives up fits.
        other.add(entries(3, 3));
        assertThat(has(other, 3, 3)).isTrue();
        assertThat(has(other, 2, 3)).isFalse();

        other.add(entries(4, 6));
        assertThat(has(other, 3, 3)).isFalse();
        assertThat(has(other, 4, 6)).isFalse();
        assertThat(has(backlog, 1, 4)).isTrue();
    }

    @Test
    void keepsAgainWhenAnotherHasGivenUp() {
        backlog.add(entries(1, 4));
        other.add(entries(1, 3));
        assertThat(has(other, 1, 3)).isFalse();

        backlog.forget(new Seq(4));
        other.add(entries(4, 7));
        assertThat(has(other, 4, 7)).isTrue();
    }

    @Test
    void givesUpWhatItKeepsForOthersWhenMoreThanHalfOfTheRoomIsTaken() {
        backlog.add(entries(1, 2));
        other.add(entries(1, 1));
        backlog.giveWay();
        assertThat(has(backlog, 1, 2)).isTrue();

        other.add(entries(2, 2));
        backlog.giveWay();
        assertThat(has(backlog, 1, 2)).isFalse();
        assertThat(has(other, 1, 2)).isTrue();
        assertThat(room.take(ROOM - 2 * BYTES)).isTrue();
    }

    @Test
    void keepsNothingMoreUntilItIsAppliedWhileMoreThanHalfOfTheRoomIsTaken() {
        other.add(entries(1, 4));
        backlog.giveWay();
        backlog.add(entries(1, 1));
        assertThat(has(backlog, 1, 1)).isFalse();

        backlog.forget(new Seq(1));
        backlog.add(entries(2, 2));
        assertThat(has(backlog, 2, 2)).isTrue();

        backlog.giveWay();
        other.forget(new Seq(4));
        backlog.add(entries(3, 3));
        assertThat(has(backlog, 3, 3)).isTrue();
        assertThat(room.take(ROOM - BYTES)).isTrue();
    }

    @Test
    void givesBackWhatNobodyNeedsAnyMore() {
        backlog.add(entries(1, 4));
        backlog.forget(new Seq(3));

        assertThat(has(backlog, 4, 4)).isTrue();
        assertThat(has(backlog, 3, 4)).isFalse();
        assertThat(room.take(ROOM - BYTES + 1)).isFalse();
        backlog.forget(new Seq(9));
        assertThat(room.take(ROOM)).isTrue();
    }

    /** A character takes two bytes, or one. */
    @Test
    void countsTextsAndWhatIsAroundThem() {
        Entry large = States.message(1, "x".repeat(1_000));

        assertThat(Backlog.bytes(List.of(large)) - Backlog.bytes(List.of(States.message(1, ""))))
                .isEqualTo(2_000);
        assertThat(Backlog.bytes(List.of(large, large))).isEqualTo(2 * Backlog.bytes(List.of(large)));
        assertThat(Backlog.bytes(List.of(new Entry(large.envelope(), null)))).isPositive();
    }
}
