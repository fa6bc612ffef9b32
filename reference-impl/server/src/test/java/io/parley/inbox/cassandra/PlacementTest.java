package io.parley.inbox.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.kernel.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A batch is taken by a node that keeps all of its rows. */
class PlacementTest {

    private static final int BATCH_MAX = 10;

    private final List<UserId> users =
            IntStream.range(0, 100).mapToObj(PlacementTest::user).toList();

    /** Three of four nodes keep each row. */
    private final Placement placement = new Placement(PlacementTest::nodes);

    private static UserId user(int number) {
        return new UserId(new UUID(number, 1));
    }

    private static Set<String> nodes(UserId user) {
        Set<String> all = new HashSet<>(Set.of("a", "b", "c", "d"));
        all.remove(List.of("a", "b", "c", "d").get((int) (user.value().getMostSignificantBits() % 4)));
        return all;
    }

    @Test
    void putsOnlyRowsOfTheSameNodesTogether() {
        assertThat(placement.together(users)).allSatisfy(part -> assertThat(
                        part.stream().map(PlacementTest::nodes).distinct())
                .hasSize(1));
    }

    @Test
    void putsNoMoreTogetherThanABatchTakesAndEveryoneOnce() {
        List<List<UserId>> parts =
                placement.together(Stream.concat(users.stream(), users.stream()).toList());

        assertThat(parts).hasSize(4 * 3).allMatch(part -> part.size() <= BATCH_MAX);
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(users);
    }
}
