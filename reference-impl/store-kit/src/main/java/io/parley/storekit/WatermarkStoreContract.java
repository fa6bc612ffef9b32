package io.parley.storekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.projection.WatermarkStore;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link WatermarkStore}: what was once applied is never said to be missing, nor the other way round. */
@Verifies("INV-7")
public abstract class WatermarkStoreContract extends StoreContract<WatermarkStore> {

    private ConversationId conversation = SampleEntries.newConversation();

    @BeforeEach
    void beginAnotherConversation() {
        conversation = SampleEntries.newConversation();
    }

    private void save(ConversationId of, String projection, long seq) {
        await(store().save(of, projection, new Seq(seq)));
    }

    private Map<String, Seq> read() {
        return await(store().read(conversation));
    }

    @Test
    void returnsNothingWhereNothingWasSaved() {
        save(SampleEntries.newConversation(), "inbox", 4);

        assertThat(read()).isEmpty();
    }

    @Test
    void keepsTheHighestInWhateverOrderTheyCome() {
        save(conversation, "inbox", 4);
        save(conversation, "inbox", 9);
        save(conversation, "inbox", 9);
        save(conversation, "inbox", 7);

        assertThat(read()).containsExactly(Map.entry("inbox", new Seq(9)));
    }

    @Test
    void keepsProjectionsApart() {
        save(conversation, "inbox", 4);
        save(conversation, "ids", 9);
        save(conversation, "inbox", 5);

        assertThat(read()).containsOnly(Map.entry("inbox", new Seq(5)), Map.entry("ids", new Seq(9)));
    }

    @Test
    void remembersWhichProjectionsAreBuilt() {
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();

        await(store().built(one));
        await(store().built(one));

        assertThat(await(store().isBuilt(one))).isTrue();
        assertThat(await(store().isBuilt(other))).isFalse();
    }
}
