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
    private final World.Node node = world.node();
    private final ConversationId conversation = node.creates();

    @Test
    void announcesAConversationOnceWhileItIsActive() {
        node.sends(conversation, "one");
        node.sends(conversation, "two");

        assertThat(world.rows.markersPut()).isEqualTo(1);
        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void writesNothingThatItCouldNotAnnounce() {
        world.time.pass(World.IDLE_AFTER.plusSeconds(2));
        world.rows.fallSilent();

        assertThat(node.sends(conversation, "unseen")).isInstanceOf(Outcome.Unavailable.class);
        world.rows.answerAgain();
        assertThat(node.sends(conversation, "seen"))
                .isInstanceOfSatisfying(
                        Outcome.Appended.class,
                        appended -> assertThat(appended.entry().seq().value()).isEqualTo(2));
    }

    @Test
    @Verifies({"INV-7", "MSG-17"})
    void tellsNobodyBeforeAnAnnouncementStandsAgain() {
        world.log.afterNextWrite(node::stop);
        CompletableFuture<Outcome> outcome = node.send(conversation, world.newId(), "late");
        world.time.pass(World.LEASE.plusSeconds(1));
        world.rows.fallSilent();
        node.goOn();
        world.time.pass(Duration.ofSeconds(1));
        assertThat(outcome).isNotDone();

        world.rows.answerAgain();
        world.time.pass(Duration.ofSeconds(3));
        assertThat(outcome.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void dropsTheMarkerWhenAllIsAppliedAndItIsQuiet() {
        node.sends(conversation, "one");
        world.time.pass(World.IDLE_AFTER.minusSeconds(1));
        assertThat(world.rows.marked()).containsExactly(conversation);
        world.time.pass(Duration.ofSeconds(3));

        assertThat(world.rows.marked()).isEmpty();
    }

    @Test
    void keepsTheMarkerWhileSomethingIsLeftToApply() {
        node.sends(conversation, "one");
        world.heads.fail(Integer.MAX_VALUE);
        world.time.pass(World.IDLE_AFTER.multipliedBy(3));

        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void announcesAnewAfterTheMarkerWasDropped() {
        world.time.pass(World.IDLE_AFTER.plusSeconds(2));
        assertThat(world.rows.marked()).isEmpty();
        node.sends(conversation, "again");

        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void dropsLaterTheMarkerThatItCouldNotDrop() {
        node.sends(conversation, "one");
        world.time.pass(World.COALESCE);
        world.rows.beginToThrowOnDrop();
        world.time.pass(World.SHARD.multipliedBy(2));
        assertThat(world.rows.marked()).containsExactly(conversation);

        world.rows.answerAgain();
        world.time.pass(Duration.ofSeconds(2));
        assertThat(world.rows.marked()).isEmpty();
        assertThat(world.rows.beats().get(0).firstShard()).isPositive();
    }

    @Test
    void leavesAConversationAnnouncedThatCameBackBeforeItsOldMarkerWasDropped() {
        node.sends(conversation, "one");
        world.rows.beginToThrowOnDrop();
        world.time.pass(World.IDLE_AFTER.plusSeconds(2));
        node.sends(conversation, "again");
        world.rows.answerAgain();
        world.time.pass(Duration.ofSeconds(2));

        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void leavesAMarkerThatItNeverDroppedToItsSweeper() {
        node.sends(conversation, "one");
        world.rows.beginToThrowOnDrop();
        world.time.pass(World.SHARD.multipliedBy(3));
        node.die();
        world.rows.answerAgain();
        world.node();
        world.time.pass(World.DEAD_AFTER.plusSeconds(3));

        assertThat(world.rows.marked()).isEmpty();
    }
}
