package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.log.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node goes on after a store that does not answer, and after a step that throws. */
@Verifies("INV-7")
class FailuresTest {

    private final World world = new World();
    private final Node node = world.node();
    private final ConversationId conversation = node.creates();

    @Test
    void triesAgainWhileTheStoreDoesNotAnswer() {
        node.sends(conversation, "one");
        world.heads.fail(3);
        world.pass(Duration.ofSeconds(5));

        assertThat(world.heads.head(conversation)).isEqualTo(2);
    }

    @Test
    void answersAndGoesOnWhenAStepOfTheLogThrows() {
        EntryId id = world.newId();
        node.log.throwOnNext("append");
        assertThat(node.sends(conversation, id, "proposed")).isInstanceOf(Outcome.Unknown.class);
        assertThat(node.sends(conversation, id, "proposed")).isInstanceOf(Outcome.Appended.class);

        ConversationId unread = world.node().creates();
        node.log.throwOnNext("latestSnapshot");
        assertThat(node.sends(unread, "not even read")).isInstanceOf(Outcome.Unavailable.class);
        assertThat(node.sends(unread, "read")).isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void goesOnWhenEverythingElseThrowsForAWhile() {
        node.sends(conversation, "one");
        node.incarnations.throwOn(call -> true);
        node.markers.throwOn(call -> true);
        node.watermarks.throwOn(call -> true);
        world.pass(World.IDLE_AFTER.plusSeconds(5));
        assertThat(node.sends(conversation, "unannounced")).isInstanceOf(Outcome.Unavailable.class);
        node.incarnations.throwNoMore();
        node.markers.throwNoMore();
        node.watermarks.throwNoMore();
        world.pass(Duration.ofSeconds(1));
        long beat = world.beats().get(0).beat();
        node.sends(conversation, "two");
        world.pass(World.IDLE_AFTER.plusSeconds(5));

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(world.beats().get(0).beat()).isGreaterThan(beat);
        assertThat(world.marked()).doesNotContain(conversation);
    }
}
