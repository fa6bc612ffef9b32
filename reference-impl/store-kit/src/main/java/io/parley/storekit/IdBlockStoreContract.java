package io.parley.storekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.idindex.IdBlock;
import io.parley.idindex.IdBlock.Span;
import io.parley.idindex.IdBlockStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link IdBlockStore}, whichever adapter is below. */
@Verifies("INV-4")
public abstract class IdBlockStoreContract extends StoreContract<IdBlockStore> {

    private static final Instant TIME = Instant.parse("2026-11-25T12:00:00Z");
    private static final int BUCKETS = 5;

    private ConversationId conversation = SampleEntries.newConversation();

    @BeforeEach
    void beginAnotherConversation() {
        conversation = SampleEntries.newConversation();
    }

    /** Its ids are in no order of time, and one time occurs twice. */
    private static IdBlock block(long bucket) {
        return new IdBlock(bucket, List.of(id(bucket + 7), id(bucket), id(bucket + 9), id(bucket)));
    }

    private static EntryId id(long second) {
        return new EntryId(UuidCreator.getTimeOrderedEpoch(TIME.plusSeconds(second)));
    }

    private void save(IdBlock block) {
        await(store().save(conversation, block).thenApply(saved -> block));
    }

    @Test
    void returnsIdsInTheOrderOfTheirPositions() {
        IdBlock saved = block(3);

        save(saved);

        assertThat(await(store().block(conversation, 3))).contains(saved);
    }

    @Test
    void returnsNothingWhereNothingWasSaved() {
        save(block(3));

        assertThat(await(store().block(conversation, 2))).isEmpty();
        assertThat(await(store().spans(conversation, 4, 9))).isEmpty();
        assertThat(await(store().spans(SampleEntries.newConversation(), 0, 9))).isEmpty();
    }

    @Test
    void returnsTheSpansOfBothBoundsAndNothingBeyondInAscendingOrder() {
        for (long bucket = BUCKETS; bucket >= 0; bucket--) {
            save(block(bucket));
        }

        assertThat(await(store().spans(conversation, 1, BUCKETS - 1L)))
                .containsExactly(span(1), span(2), span(3), span(4));
    }

    private static Span span(long bucket) {
        long first = TIME.plusSeconds(bucket).toEpochMilli();
        return new Span(bucket, first, first + 9_000);
    }

    @Test
    void keepsWhatIsSavedTwiceOnce() {
        IdBlock saved = block(1);
        save(saved);

        save(saved);

        assertThat(await(store().spans(conversation, 0, BUCKETS))).containsExactly(span(1));
        assertThat(await(store().block(conversation, 1))).contains(saved);
    }
}
