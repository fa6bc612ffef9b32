package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Verifies("API-2")
class InWorkTest {

    private static final String ANN = "Ann";
    private static final String BEN = "Ben";
    private static final String CEM = "Cem";

    private final InWork<String> inWork = new InWork<>(2, 3);

    @Test
    void boundsWhatIsOfOne() {
        assertThat(inWork.begin(ANN)).isTrue();
        assertThat(inWork.begin(ANN)).isTrue();
        assertThat(inWork.begin(ANN)).isFalse();
        assertThat(inWork.begin(BEN)).isTrue();
    }

    @Test
    void boundsAllTogether() {
        inWork.begin(ANN);
        inWork.begin(ANN);
        inWork.begin(BEN);

        assertThat(inWork.begin(BEN)).isFalse();
        assertThat(inWork.begin(CEM)).isFalse();

        inWork.end(ANN);
        assertThat(inWork.begin(CEM)).isTrue();
        assertThat(inWork.begin(BEN)).isFalse();
    }

    /** As many as anybody may have, or half of what is for everybody. */
    @Test
    void givesOneAloneAsMuchAsItLeaves() {
        assertThat(takesAllItCan(shared(30), ANN)).isEqualTo(30);
        assertThat(takesAllItCan(shared(96), ANN)).isEqualTo(32);
    }

    @Test
    void leavesHalfOfWhatEachFindsToTheNextAndAFewToEachAfterThat() {
        InWork<String> inWork = shared(96);

        assertThat(Stream.of(ANN, BEN, CEM, "Dan", "Eve", "Fay", "Gus", "Hal").map(each -> takesAllItCan(inWork, each)))
                .containsExactly(32, 16, 8, 4, 4, 3, 3, 2);
        // Nobody gets more by asking again.
        assertThat(takesAllItCan(inWork, ANN)).isZero();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; inWork.begin("another " + i); i++) {
            others.add(1 + takesAllItCan(inWork, "another " + i));
        }
        assertThat(others).startsWith(2, 2, 2, 2, 1).hasSize(20);
        assertThat(inWork.begin("too late")).isFalse();
        assertThat(inWork.held()).isEqualTo(8 + others.size());
    }

    @Test
    void sharesAgainWhatIsGivenBack() {
        InWork<String> inWork = shared(96);
        for (String each : List.of(ANN, BEN, CEM)) {
            takesAllItCan(inWork, each);
        }
        for (int i = 0; i < 31; i++) {
            inWork.end(ANN);
        }

        // 39 are left, but for those that are kept.
        assertThat(takesAllItCan(inWork, "Dan")).isEqualTo(19);
    }

    private static InWork<String> shared(int ofOneMax) {
        return new InWork<>(ofOneMax, 96, 32);
    }

    private static int takesAllItCan(InWork<String> inWork, String owner) {
        int taken = 0;
        while (inWork.begin(owner)) {
            taken++;
        }
        return taken;
    }

    @Test
    void givesBackOneOfWhoseItIs() {
        InWork<String> two = new InWork<>(2, 100);
        for (String each : new String[] {ANN, ANN, BEN, BEN}) {
            two.begin(each);
        }

        two.end(ANN);
        assertThat(two.begin(BEN)).isFalse();
        assertThat(two.begin(ANN)).isTrue();
        assertThat(two.begin(ANN)).isFalse();

        two.end(BEN);
        assertThat(two.begin(ANN)).isFalse();
        assertThat(two.begin(BEN)).isTrue();
        assertThat(two.begin(BEN)).isFalse();
    }

    @Test
    void holdsOnlyWhoHasSome() {
        inWork.begin(ANN);
        inWork.begin(ANN);
        inWork.begin(BEN);
        inWork.begin(CEM);
        assertThat(inWork.held()).isEqualTo(2);

        inWork.end(ANN);
        assertThat(inWork.held()).isEqualTo(2);
        inWork.end(ANN);
        inWork.end(BEN);
        assertThat(inWork.held()).isZero();
    }
}
