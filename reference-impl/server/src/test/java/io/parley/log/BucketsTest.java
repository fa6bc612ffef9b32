package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import org.junit.jupiter.api.Test;

@Verifies("MSG-21")
class BucketsTest {

    private final Buckets buckets = new Buckets(1024);

    @Test
    void rollAfterTheirLastEntry() {
        assertThat(buckets.of(new Seq(1))).isZero();
        assertThat(buckets.of(new Seq(1024))).isZero();
        assertThat(buckets.of(new Seq(1025))).isEqualTo(1);
        assertThat(buckets.isLast(new Seq(1023))).isFalse();
        assertThat(buckets.isLast(new Seq(1024))).isTrue();
        assertThat(buckets.isLast(Seq.NONE)).isFalse();
    }

    @Test
    void knowTheirFirstAndLastEntry() {
        assertThat(buckets.first(2)).isEqualTo(new Seq(2049));
        assertThat(buckets.last(2)).isEqualTo(new Seq(3072));
    }
}
