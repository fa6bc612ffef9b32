package io.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.States;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@Verifies({"MSG-4", "API-2"})
class PageUnderWayTest {

    private static final int TEXT_BYTES = 100;
    private static final int STEP_ENTRIES = 32;

    /** The text, and the JSON around it. */
    private static final int ENTRY_BYTES = TEXT_BYTES + "{\"text\":\"\"}".length();

    private static final Span LOG = new Span(2, 100);

    @Test
    void endsBeforeItIsLargerThanItMayBe() {
        assertThat(seqs(page(true, 50, 3 * ENTRY_BYTES))).containsExactly(2L, 3L, 4L);
        assertThat(seqs(page(true, 50, 3 * ENTRY_BYTES - 1))).containsExactly(2L, 3L);
        assertThat(seqs(page(false, 50, 3 * ENTRY_BYTES))).containsExactly(98L, 99L, 100L);
    }

    @Test
    void endsWhenItIsAsLongAsWasAsked() {
        assertThat(seqs(page(true, 40, 1 << 20))).hasSize(40).startsWith(2L).endsWith(41L);
        assertThat(seqs(page(false, 40, 1 << 20))).hasSize(40).startsWith(61L).endsWith(100L);
    }

    @Test
    void holdsOneEntryHoweverLargeThatIs() {
        assertThat(seqs(page(true, 50, 1))).containsExactly(2L);
        assertThat(seqs(page(false, 50, 1))).containsExactly(100L);
    }

    @Test
    void countsBytesAsTheyAreSent() {
        PageUnderWay page = new PageUnderWay(new PageRequest(true, 1, 50), 3 * ENTRY_BYTES, STEP_ENTRIES, false);

        // Six characters of JSON each.
        page.add(
                List.of(States.message(2, "\u0001".repeat(TEXT_BYTES / 3)), States.message(3, "x".repeat(TEXT_BYTES))));
        // Two bytes each.
        page.add(List.of(States.message(4, "ü".repeat(TEXT_BYTES / 10))));

        assertThat(seqs(page)).containsExactly(2L, 3L);
    }

    @Test
    void isReadInStepsOfBoundedLength() {
        PageUnderWay page = new PageUnderWay(new PageRequest(true, 1, 200), 1 << 20, STEP_ENTRIES, true);

        assertThat(page.next(LOG)).isEqualTo(new Span(2, 1 + STEP_ENTRIES));
    }

    private static PageUnderWay page(boolean forward, int limit, int bytesMax) {
        PageRequest request = new PageRequest(forward, forward ? 1 : 101, limit);
        PageUnderWay page = new PageUnderWay(request, bytesMax, STEP_ENTRIES, true);
        Span left = LOG;
        while (!left.isEmpty() && !page.isFull()) {
            Span part = page.next(left);
            page.add(LongStream.rangeClosed(part.from(), part.to())
                    .mapToObj(seq -> States.message(seq, "x".repeat(TEXT_BYTES)))
                    .toList());
            left = left.without(forward, part);
        }
        return page;
    }

    private static List<Long> seqs(PageUnderWay page) {
        return page.entries().stream().map(Entry::seq).map(Seq::value).toList();
    }
}
