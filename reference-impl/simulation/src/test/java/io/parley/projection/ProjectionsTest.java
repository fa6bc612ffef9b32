package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.log.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is committed is applied: soon, in order, each entry once, and to the last when the node stops. */
@Verifies("INV-7")
class ProjectionsTest {

    private final World world = new World();
    private final Node node = world.node();
    private final ConversationId conversation = node.creates();

    @Test
    void appliesTheFirstEntryAtOnceAndThenOnceInAWhile() {
        assertThat(world.heads.head(conversation)).isEqualTo(1);

        node.sendsSeveral(conversation, 3);
        assertThat(world.heads.head(conversation)).isEqualTo(1);
        world.pass(World.COALESCE);

        assertThat(world.heads.head(conversation)).isEqualTo(4);
        assertThat(world.heads.steps()).hasSize(2);
    }

    @Test
    void appliesTheFirstEntryOfALargeGroupAtOnceTooAndThenLessOften() {
        int members = 8;
        Duration between = World.COALESCE_MEMBER.multipliedBy(members);
        Duration before = world.passed();
        ConversationId group = node.createsGroupOf(members);
        assertThat(world.heads.head(group)).isEqualTo(1);

        Duration applied = world.passed();
        node.sends(group, "one");
        node.sends(group, "two");
        world.passUntil(before.plus(between));
        assertThat(world.heads.head(group)).isEqualTo(1);
        world.passUntil(applied.plus(between).plusMillis(1));

        assertThat(world.heads.head(group)).isEqualTo(3);
    }

    @Test
    void appliesEveryEntryInOrderAndOnceAlsoWhenThereAreMoreThanItKeeps() {
        node.sendsSeveral(conversation, 30);
        world.pass(World.COALESCE);

        assertThat(world.heads.steps().stream().flatMap(step -> step.stream()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 31).boxed().toList());
    }

    /** So what waits for a slow store grows with the conversations in work and not with what is said in them. */
    @Test
    void appliesNothingMoreToAConversationUntilWhatIsUnderWayIsDone() {
        ConversationId other = node.creates();
        world.heads.hold();
        for (int i = 0; i < 5; i++) {
            node.sends(conversation, "message " + i);
            node.sends(other, "message " + i);
            world.pass(World.COALESCE);
        }
        assertThat(world.heads.held()).isEqualTo(2);

        world.heads.release();
        world.pass(World.COALESCE);
        assertThat(world.heads.head(conversation)).isEqualTo(6);
        assertThat(world.heads.head(other)).isEqualTo(6);
    }

    @Test
    void makesUpWhatAnotherNodeCommitted() {
        Node other = world.node();
        other.sends(conversation, "elsewhere");
        other.die();
        node.sends(conversation, "here");
        world.pass(World.COALESCE);

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(world.heads.steps().stream().flatMap(step -> step.stream())).contains(2L);
    }

    @Test
    @Verifies({"INV-7", "MSG-17"})
    void tellsOfARepeatThatCameWhileSomethingEarlierWasApplied() {
        node.sends(conversation, "one");
        world.heads.hold();
        world.pass(World.COALESCE);

        EntryId id = world.newId();
        Node other = world.node();
        other.sends(conversation, id, "elsewhere");
        other.die();
        CompletableFuture<Outcome> repeat = node.send(conversation, id, "elsewhere");
        world.pass(World.SOON); // For the lost race.
        assertThat(repeat.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Repeated.class);
        world.heads.release();
        world.pass(World.COALESCE);

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(node.repaired.stream()
                        .map(repaired -> repaired.state().head().value()))
                .containsExactly(3L);
    }

    @Test
    void leavesNothingBehindWhenItStops() {
        node.sends(conversation, "last words");
        CompletableFuture<?> stopped = node.projections.stop().toCompletableFuture();
        world.pass(World.COALESCE);
        world.settle();

        assertThat(stopped).isCompleted();
        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.marked()).isEmpty();
        assertThat(world.beats()).isEmpty();
    }

    @Test
    void stopsAlsoWhenMoreCameWhileSomethingWasApplied() {
        node.sends(conversation, "one");
        world.heads.hold();
        world.pass(World.COALESCE);
        node.sends(conversation, "two");
        CompletableFuture<?> stopped = node.projections.stop().toCompletableFuture();
        world.heads.release();
        world.pass(World.COALESCE);
        world.settle();

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(stopped).isCompleted();
        assertThat(world.marked()).isEmpty();
        assertThat(world.beats()).isEmpty();
    }
}
