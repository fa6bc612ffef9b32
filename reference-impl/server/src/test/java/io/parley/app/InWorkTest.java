package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
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
