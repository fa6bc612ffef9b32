package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The store learns now and then how far a conversation is, and never of more than is applied. */
@Verifies("INV-7")
class WatermarksTest {

    private final World world = new World();
    private final Node node = world.node();
    private final ConversationId conversation = node.creates();

    @Test
    void goesOnFromTheWatermarkThatItLeft() {
        node.sends(conversation, "one");
        world.pass(World.IDLE_AFTER.plusSeconds(5));
        world.heads.steps().clear();
        node.sends(conversation, "two");
        world.pass(World.COALESCE);

        assertThat(world.heads.steps()).containsExactly(List.of(3L));
    }

    @Test
    void savesWatermarksNowAndThenOfAConversationThatIsNeverSilent() {
        int entries = 5 * World.SAVE_ENTRIES;
        talk(entries);

        assertThat(world.watermark(conversation)).isGreaterThan(entries - World.SAVE_ENTRIES);
        assertThat(node.watermarks.calls("save")).hasSize(entries / World.SAVE_ENTRIES);
    }

    @Test
    void savesNoWatermarkBeforeWhatItCoversIsApplied() {
        world.heads.hold();
        talk(2 * World.SAVE_ENTRIES);
        assertThat(world.watermark(conversation)).isLessThanOrEqualTo(world.heads.head(conversation));

        world.heads.release();
        world.pass(World.COALESCE);
        assertThat(world.watermark(conversation)).isGreaterThan(World.SAVE_ENTRIES);
    }

    @Test
    void goesOnAndSavesLaterWhenAWatermarkWasNotSaved() {
        node.watermarks.throwOn("save");
        talk(2 * World.SAVE_ENTRIES);
        assertThat(world.heads.head(conversation)).isEqualTo(2 * World.SAVE_ENTRIES + 1);
        assertThat(world.watermark(conversation)).isZero();
        assertThat(world.marked()).containsExactly(conversation);

        node.watermarks.throwNoMore();
        talk(1);
        assertThat(world.watermark(conversation)).isEqualTo(2 * World.SAVE_ENTRIES + 2);
    }

    @Test
    void letsGoOfWhatIsIdleAlsoWhenKeepingItsWatermarkThrows() {
        node.sends(conversation, "one");
        world.pass(World.COALESCE);
        node.watermarks.throwOn("save");
        world.pass(World.IDLE_AFTER.plusSeconds(2));
        assertThat(world.marked()).isEmpty();
        node.watermarks.throwNoMore();
        CompletableFuture<?> stopped = node.projections.stop().toCompletableFuture();
        world.settle();

        // Nothing is held any more: one that had ended and stayed would keep the row, and never be announced again.
        assertThat(stopped).isCompleted();
        assertThat(world.beats()).isEmpty();
    }

    /** Each is applied on its own, and no pause is long enough to be idle. */
    private void talk(int messages) {
        for (int i = 0; i < messages; i++) {
            node.sends(conversation, "message " + i);
            world.pass(World.COALESCE);
        }
    }
}
