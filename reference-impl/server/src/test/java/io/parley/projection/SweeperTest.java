package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.log.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Several nodes: what one leaves another finishes, and who was only slow loses nothing. */
@Verifies({"INV-7", "MSG-17", "QG-2"})
class SweeperTest {

    private static final Duration NOTICED = World.DEAD_AFTER.plusSeconds(3);
    private static final int MARKERS_PER_PAGE = 256;

    private final World world = new World();
    private final World.Node node = world.node();
    private final World.Node other = world.node();

    @Test
    void appliesWhatADeadNodeAcknowledged() {
        List<ConversationId> left = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ConversationId conversation = node.creates();
            left.add(conversation);
        }
        world.time.pass(World.COALESCE);
        left.forEach(conversation -> node.sends(conversation, "one"));
        left.forEach(conversation -> node.sends(conversation, "two"));
        node.die();
        world.time.pass(NOTICED);

        assertThat(left).allSatisfy(conversation -> assertThat(world.heads.head(conversation))
                .isEqualTo(3));
        assertThat(world.rows.marked()).isEmpty();
        assertThat(world.rows.beats()).hasSize(1);
        assertThat(other.repaired.stream().map(ConversationRepaired::conversation))
                .containsAll(left);
    }

    @Test
    void appliesFewEntriesAgainOfAConversationThatWasActiveForLong() {
        ConversationId conversation = node.creates();
        for (int i = 0; i < 10 * World.SAVE_ENTRIES; i++) {
            node.sends(conversation, "message " + i);
            world.time.pass(World.COALESCE);
        }
        node.sends(conversation, "last");
        node.die();
        world.heads.steps().clear();
        world.time.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(10 * World.SAVE_ENTRIES + 2);
        assertThat(world.heads.steps().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(World.SAVE_ENTRIES + 1);
    }

    @Test
    void leavesANodeAloneThatRenews() {
        node.sends(node.creates(), "one");
        world.time.pass(Duration.ofMinutes(2));

        assertThat(world.rows.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);
        assertThat(node.repaired).isEmpty();
        assertThat(other.repaired).isEmpty();
    }

    @Test
    void waitsForTheStatedTimeBeforeItTakesANodeForDead() {
        node.stop();
        world.time.pass(World.DEAD_AFTER.minusSeconds(1));
        assertThat(world.rows.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);

        node.goOn();
        world.time.pass(World.DEAD_AFTER);
        assertThat(world.rows.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);
    }

    @Test
    void findsAMarkerInAShardThatBeganAfterTheLastRenewal() {
        world.time.pass(World.SHARD.plusMillis(200));
        ConversationId conversation = node.creates();
        node.sends(conversation, "one");
        node.die();
        world.time.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.rows.marked()).isEmpty();
    }

    @Test
    void keepsTheMarkerUntilAllIsApplied() {
        ConversationId conversation = node.creates();
        world.time.pass(World.COALESCE);
        node.sends(conversation, "one");
        node.die();
        world.heads.fail(Integer.MAX_VALUE);
        world.time.pass(NOTICED);
        assertThat(world.rows.marked()).containsExactly(conversation);

        world.heads.fail(0);
        world.time.pass(World.RETRY_MAX.plusSeconds(1));
        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.rows.marked()).isEmpty();
    }

    @Test
    void repairsAllOthersWhenOneConversationCannotBeRepaired() {
        // The sore one stands on the first page of several, in the first shard of two, of the first dead node of two.
        List<ConversationId> left = new ArrayList<>();
        for (int i = 0; i < MARKERS_PER_PAGE + 10; i++) {
            left.add(node.creates());
        }
        world.heads.hold();
        left.forEach(conversation -> node.sends(conversation, "one"));
        ConversationId sore = left.remove(0);
        world.time.pass(World.SHARD);
        ConversationId later = node.creates();
        node.sends(later, "one");
        left.add(later);
        node.die();
        World.Node another = world.node();
        ConversationId elsewhere = another.creates();
        another.sends(elsewhere, "one");
        left.add(elsewhere);
        another.die();
        world.heads.lose();
        world.heads.refuse(sore);
        world.time.pass(NOTICED);

        assertThat(left).allSatisfy(conversation -> assertThat(world.heads.head(conversation))
                .isEqualTo(2));
        assertThat(world.rows.marked()).containsExactly(sore);
        assertThat(world.rows.beats()).hasSize(2);
    }

    @Test
    void triesEverLessOftenToRepairOneConversationAndTheOthersOnce() {
        List<ConversationId> left = List.of(node.creates(), node.creates(), node.creates());
        world.time.pass(World.COALESCE);
        left.forEach(conversation -> node.sends(conversation, "one"));
        node.die();
        ConversationId sore = left.get(1);
        world.heads.refuse(sore);
        world.time.pass(NOTICED);
        int before = world.heads.refusals();
        int looks = 120;
        world.time.pass(World.settings().beat().multipliedBy(looks));

        // Waits are random up to their bound, so half of it in the mean.
        int expected = looks / (int) World.RETRY_MAX.toSeconds();
        assertThat(world.heads.refusals() - before).isBetween(expected, 4 * expected);
        assertThat(other.repaired.stream().map(ConversationRepaired::conversation))
                .doesNotContain(sore)
                .hasSizeLessThanOrEqualTo(2 * left.size());

        world.heads.refuseNone();
        world.time.pass(World.RETRY_MAX.plusSeconds(2));
        assertThat(world.heads.head(sore)).isEqualTo(2);
        assertThat(world.rows.marked()).isEmpty();
        assertThat(world.rows.beats()).hasSize(1);
    }

    @Test
    void declaresTheOthersDeadWhenOneCannotBeDeclared() {
        World.Node another = world.node();
        ConversationId conversation = another.creates();
        world.time.pass(World.COALESCE);
        another.sends(conversation, "one");
        node.die();
        another.die();
        world.rows.neverDeclare(world.rows.beats().get(0).incarnation());
        world.time.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.rows.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);
    }

    @Test
    void losesNothingOfANodeThatWasOnlySlow() {
        ConversationId conversation = node.creates();
        world.time.pass(World.COALESCE);
        world.log.afterNextWrite(node::stop);
        CompletableFuture<Outcome> outcome = node.send(conversation, world.newId(), "before the stop");
        world.time.pass(NOTICED);
        assertThat(world.rows.beats()).hasSize(1);
        assertThat(outcome).isNotDone();

        node.goOn();
        world.time.settle();
        assertThat(outcome.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Appended.class);
        assertThat(world.rows.marked()).containsExactly(conversation);
        node.die();
        world.time.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.rows.marked()).isEmpty();
    }

    @Test
    void appliesAnEntryThatBecameDurableAfterTheSweepWhenItIsRepeated() {
        ConversationId conversation = node.creates();
        EntryId id = world.newId();
        world.log.holdNext();
        assertThat(node.sends(conversation, id, "late")).isInstanceOf(Outcome.Unknown.class);
        world.time.settle();
        node.die();
        world.time.pass(NOTICED);
        assertThat(world.rows.beats()).hasSize(1);
        world.log.writeLate();
        assertThat(world.heads.head(conversation)).isEqualTo(1);

        CompletableFuture<Outcome> repeat = other.send(conversation, id, "late");
        world.time.pass(World.COALESCE);
        assertThat(repeat.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Repeated.class);
        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(other.repaired.stream().map(ConversationRepaired::conversation))
                .contains(conversation);
    }
}
