package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.DataFiles;
import io.parley.evidence.RecordedResult;
import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The frames of a conversation with as many members as there may be, judged by what the load test recorded. */
class LargeConversationTest {

    private static final Path RESULTS = Path.of("..", "..", "spec/results/load.jsonl");
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    @Verifies("MSG-10")
    void costsNoMoreFramesThanTheDesignImplies() {
        LargeConversation measured =
                new LargeConversation(DataFiles.jsonLines(RESULTS, RecordedResult.class), INTERVAL);

        assertThat(measured.framesMax()).isPresent();
        assertThat(measured.isHeld()).isTrue();
    }

    @Test
    void allowsAMessageItsAnswerPingsAndThreeReceiptsAnInterval() {
        assertThat(new LargeConversation(List.of(result("rate", 100)), Duration.ofSeconds(2)).framesMax())
                .hasValueSatisfying(
                        most -> assertThat(most).isCloseTo(1 + 2 / 300.0 + 0.015 + 0.1 / 100, Offset.offset(1e-9)));
    }

    @Test
    void allowsReceiptsNoMoreBytesThanOtherFrames() {
        List<RecordedResult> results = List.of(plain("bytes", 500), result("rate", 300));

        assertThat(new LargeConversation(results, INTERVAL).bytesMax()).hasValueSatisfying(most -> assertThat(most)
                .isCloseTo(500 * (1 + 2 / 300.0 + 0.01) / (1 + 2 / 300.0), Offset.offset(1e-9)));
    }

    @Test
    void isMissedByAReceiptForEachMessage() {
        assertThat(measured(1.01, 0.0075, 504).isHeld()).isTrue();
        assertThat(measured(2, 0.0075, 504).isHeld()).isFalse();
    }

    /** So few that they would not show among all frames. */
    @Test
    void isMissedByTwiceAsManyReceipts() {
        assertThat(measured(1.01, 0.0076, 504).isHeld()).isFalse();
    }

    /** A hundredth more is nothing that a window may explain where whole messages were counted. */
    @Test
    void allowsNoFrameMoreWhereWholeMessagesWereCounted() {
        assertThat(measured(1.02, 0.0075, 504).isHeld()).isTrue();
        assertThat(counted(1.0144, 1.0069).isHeld()).isTrue();
        assertThat(counted(1.0145, 1.0069).isHeld()).isFalse();
        assertThat(counted(1.0144, 1.007).isHeld()).isFalse();
    }

    @Test
    void isMissedByLongReceipts() {
        assertThat(measured(1.01, 0.0075, 520).isHeld()).isFalse();
    }

    @Test
    void isNotHeldUnmeasured() {
        assertThat(new LargeConversation(List.of(), INTERVAL).isHeld()).isFalse();
    }

    /** At a rate that is that of the whole run. */
    private static LargeConversation counted(double frames, double plainFrames) {
        return new LargeConversation(
                List.of(
                        plain("rate", 500),
                        plain("frames-rate", 400),
                        plain("frames", plainFrames),
                        plain("bytes", 500),
                        result("rate", 500),
                        result("frames-rate", 400),
                        result("frames", frames),
                        result("mark-frames", 0.0075),
                        result("bytes", 504)),
                INTERVAL);
    }

    private static LargeConversation measured(double frames, double receipts, double bytes) {
        return new LargeConversation(
                List.of(
                        plain("rate", 400),
                        plain("frames", 1),
                        result("rate", 400),
                        result("frames", frames),
                        result("mark-frames", receipts),
                        result("bytes", bytes),
                        plain("bytes", 500)),
                INTERVAL);
    }

    private static RecordedResult result(String figure, double value) {
        return plain("marks." + figure, value);
    }

    private static RecordedResult plain(String figure, double value) {
        return new RecordedResult(
                "load.crowd.300." + figure,
                value,
                "frames",
                "0123456789abcdef0123456789abcdef01234567",
                LocalDate.parse("2026-11-20"),
                "2 cores",
                "planted",
                null);
    }
}
