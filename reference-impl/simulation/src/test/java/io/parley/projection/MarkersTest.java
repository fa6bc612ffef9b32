package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.log.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A marker stands before anything is written to its conversation, and until all of it is applied. */
@Verifies("INV-7")
class MarkersTest {

    private final World world = new World();
    private final Node node = world.node();
    private final ConversationId conversation = node.creates();

    @Test
    void announcesAConversationOnceWhileItIsActive() {
        node.sends(conversation, "one");
        node.sends(conversation, "two");

        assertThat(node.markers.calls("put")).hasSize(1);
        assertThat(world.marked()).containsExactly(conversation);
    }

    @Test
    void writesNothingThatItCouldNotAnnounce() {
        world.pass(World.IDLE_AFTER.plusSeconds(2));
        world.stall(World.SOON);

        assertThat(node.sends(conversation, "unseen")).isInstanceOf(Outcome.Unavailable.class);
        world.settle();
        assertThat(node.sends(conversation, "seen"))
                .isInstanceOfSatisfying(
                        Outcome.Appended.class,
                        appended -> assertThat(appended.entry().seq().value()).isEqualTo(2));
    }

    @Test
    @Verifies({"INV-7", "MSG-17"})
    void tellsNobodyBeforeAnAnnouncementStandsAgain() {
        Duration pause = World.LEASE.plusSeconds(1);
        node.log.onNextAnswer("append", () -> node.pause(pause));
        CompletableFuture<Outcome> outcome = node.send(conversation, world.newId(), "late");
        world.pass(pause);
        world.stall(Duration.ofMillis(500));
        world.pass(Duration.ofMillis(500));
        assertThat(outcome).isNotDone();

        world.pass(Duration.ofSeconds(3));
        assertThat(outcome.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void dropsTheMarkerWhenAllIsAppliedAndItIsQuiet() {
        node.sends(conversation, "one");
        world.pass(World.IDLE_AFTER.minusSeconds(1));
        assertThat(world.marked()).containsExactly(conversation);
        world.pass(Duration.ofSeconds(3));

        assertThat(world.marked()).isEmpty();
    }

    @Test
    void keepsTheMarkerWhileSomethingIsLeftToApply() {
        node.sends(conversation, "one");
        world.heads.fail(Integer.MAX_VALUE);
        world.pass(World.IDLE_AFTER.multipliedBy(3));

        assertThat(world.marked()).containsExactly(conversation);
    }

    @Test
    void announcesAnewAfterTheMarkerWasDropped() {
        world.pass(World.IDLE_AFTER.plusSeconds(2));
        assertThat(world.marked()).isEmpty();
        node.sends(conversation, "again");

        assertThat(world.marked()).containsExactly(conversation);
    }

    @Test
    void dropsLaterTheMarkerThatItCouldNotDrop() {
        node.sends(conversation, "one");
        world.pass(World.COALESCE);
        node.markers.throwOn("drop");
        world.pass(World.SHARD.multipliedBy(2));
        assertThat(world.marked()).containsExactly(conversation);

        node.markers.throwNoMore();
        world.pass(Duration.ofSeconds(3));
        assertThat(world.marked()).isEmpty();
        assertThat(world.beats().get(0).firstShard()).isPositive();
    }

    @Test
    void leavesAConversationAnnouncedThatCameBackBeforeItsOldMarkerWasDropped() {
        node.sends(conversation, "one");
        node.markers.throwOn("drop");
        world.pass(World.IDLE_AFTER.plusSeconds(2));
        node.sends(conversation, "again");
        node.markers.throwNoMore();
        world.pass(Duration.ofSeconds(2));

        assertThat(world.marked()).containsExactly(conversation);
    }

    @Test
    void leavesAMarkerThatItNeverDroppedToItsSweeper() {
        node.sends(conversation, "one");
        node.markers.throwOn("drop");
        world.pass(World.SHARD.multipliedBy(3));
        node.die();
        node.markers.throwNoMore();
        world.node();
        world.pass(World.DEAD_AFTER.plusSeconds(3));

        assertThat(world.marked()).isEmpty();
    }
}
