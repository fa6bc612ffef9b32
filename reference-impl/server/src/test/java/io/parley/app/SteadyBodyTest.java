package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

/** Bodies that come step by step while a clock of the test's own goes on. */
@Verifies("API-2")
class SteadyBodyTest {

    private static final int RATE = 100;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private long nanos = TimeUnit.DAYS.toNanos(1);
    private final SteadyBody steady = new SteadyBody(new Limits.Http(1, 1, 1, 1, 1, 1, RATE, GRACE), () -> nanos);

    @Test
    void readsWhatComesAtTheLeastRate() throws IOException {
        assertThat(steady.read(body(4_000, RATE, 1), 5_000)).hasSize(4_000);
    }

    @Test
    void readsAsMuchAsWasAskedFor() throws IOException {
        assertThat(steady.read(body(4_000, 4_000, 0), 1_500)).hasSize(1_500);
    }

    /** A phone in a tunnel. */
    @Test
    void readsWhatStopsForAMoment() throws IOException {
        assertThat(steady.read(body(200, 100, GRACE.toSeconds() + 1), 5_000)).hasSize(200);
    }

    @Test
    void givesUpWhatMovesNowAndThen() {
        assertThatThrownBy(() -> steady.read(body(4_000, 1, 5), 5_000)).hasCauseInstanceOf(TimeoutException.class);
        // After ten seconds it is allowed to be behind by that time, and no more.
        assertThat(nanos)
                .isEqualTo(TimeUnit.DAYS.toNanos(1) + Duration.ofSeconds(15).toNanos());
    }

    @Test
    void givesUpWhatIsSlightlyTooSlow() {
        assertThatThrownBy(() -> steady.read(body(40_000, RATE - 5, 1), 50_000))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void dropsNoMoreThanThat() {
        assertThatThrownBy(() -> steady.drop(body(4_000, 1, 5), 5_000)).hasCauseInstanceOf(TimeoutException.class);
    }

    /** A body whose every read brings so many bytes after so many seconds. */
    private MockHttpServletRequest body(int length, int stepBytes, long stepSeconds) {
        DelegatingServletInputStream in =
                new DelegatingServletInputStream(new java.io.ByteArrayInputStream(new byte[length])) {
                    @Override
                    public int read(byte[] into, int from, int max) throws IOException {
                        nanos += Duration.ofSeconds(stepSeconds).toNanos();
                        return getSourceStream().read(into, from, Math.min(max, stepBytes));
                    }
                };
        return new MockHttpServletRequest("POST", "/") {
            @Override
            public long getContentLengthLong() {
                return length;
            }

            @Override
            public jakarta.servlet.ServletInputStream getInputStream() {
                return in;
            }
        };
    }
}
