package io.parley.storekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.projection.MarkerStore;
import io.parley.projection.MarkerStore.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link MarkerStore}: a marker that was put stands until it is dropped later, or its shard is cleared. */
@Verifies("INV-7")
public abstract class MarkerStoreContract extends StoreContract<MarkerStore> {

    private static final long SHARD = 7;
    private static final int MANY = 23;
    private static final int PAGE = 5;

    private UUID incarnation = UUID.randomUUID();

    @BeforeEach
    void beginAnotherIncarnation() {
        incarnation = UUID.randomUUID();
    }

    private Place place(ConversationId conversation) {
        return new Place(incarnation, SHARD, conversation);
    }

    private void put(ConversationId conversation, long timestamp) {
        await(store().put(place(conversation), timestamp));
    }

    private void drop(ConversationId conversation, long timestamp) {
        await(store().drop(place(conversation), timestamp));
    }

    private List<ConversationId> listed(long shard) {
        return await(store().list(incarnation, shard, Optional.empty(), MANY + 1));
    }

    @Test
    void listsWhatWasPutOnce() {
        ConversationId one = SampleEntries.newConversation();
        ConversationId other = SampleEntries.newConversation();

        put(one, 1);
        put(other, 2);
        put(one, 3);

        assertThat(listed(SHARD)).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void listsNothingWhereNothingWasPut() {
        put(SampleEntries.newConversation(), 1);

        assertThat(listed(SHARD + 1)).isEmpty();
        assertThat(await(store().list(UUID.randomUUID(), SHARD, Optional.empty(), MANY)))
                .isEmpty();
    }

    @Test
    void letsTheLaterOfPutAndDropWinWhicheverArrivesFirst() {
        ConversationId dropped = SampleEntries.newConversation();
        ConversationId droppedFirst = SampleEntries.newConversation();
        ConversationId again = SampleEntries.newConversation();
        ConversationId againFirst = SampleEntries.newConversation();

        put(dropped, 1);
        drop(dropped, 2);
        drop(droppedFirst, 2);
        put(droppedFirst, 1);
        drop(again, 1);
        put(again, 2);
        put(againFirst, 2);
        drop(againFirst, 1);

        assertThat(listed(SHARD)).containsExactlyInAnyOrder(again, againFirst);
    }

    @Test
    void listsEveryMarkerOnceFromPageToPage() {
        List<ConversationId> all =
                Stream.generate(SampleEntries::newConversation).limit(MANY).toList();
        all.forEach(conversation -> put(conversation, 1));

        List<ConversationId> found = new ArrayList<>();
        Optional<ConversationId> last = Optional.empty();
        List<ConversationId> page;
        do {
            page = await(store().list(incarnation, SHARD, last, PAGE));
            assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
            found.addAll(page);
            last = page.stream().reduce((first, second) -> second);
        } while (page.size() == PAGE && found.size() <= MANY);

        assertThat(found).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void clearsAShardForEverAndNoOther() {
        ConversationId before = SampleEntries.newConversation();
        ConversationId elsewhere = SampleEntries.newConversation();
        put(before, 1);
        await(store().put(new Place(incarnation, SHARD + 1, elsewhere), 1));

        await(store().clear(incarnation, SHARD));
        put(before, Long.MAX_VALUE / 2);
        put(SampleEntries.newConversation(), Long.MAX_VALUE / 2);

        assertThat(listed(SHARD)).isEmpty();
        assertThat(listed(SHARD + 1)).containsExactly(elsewhere);
    }
}
